/**
 * The values that playbooks, variables and results are made of.
 *
 * <p>A value is {@code null} (YAML's null, Python's None; the only use of null in jplay), {@link
 * Boolean}, {@link Long} or {@link java.math.BigInteger}, {@link Double}, {@link String} (data,
 * never rendered), {@link jplay.value.TemplateString} (text that may be rendered, because its
 * author is the playbook's), {@code byte[]}, {@link java.time.LocalDate}, {@link
 * java.time.LocalDateTime}, {@link java.time.OffsetDateTime}, {@link java.util.List} or {@link
 * java.util.Map} with insertion order. Values are not changed once made. Entry types: {@link
 * jplay.value.TemplateString}, {@link jplay.value.Json}.
 */
@NullMarked
package jplay.value;

import org.jspecify.annotations.NullMarked;
