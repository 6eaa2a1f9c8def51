/**
 * JSON and YAML as Python's libraries read and write them.
 *
 * <p>Entry types: {@link jplay.template.format.JsonReader}, {@link
 * jplay.template.format.JsonWriter}.
 */
@NullMarked
package jplay.template.format;

import org.jspecify.annotations.NullMarked;
