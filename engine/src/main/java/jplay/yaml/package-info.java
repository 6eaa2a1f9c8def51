/**
 * YAML as Ansible reads it (version 1.1 scalars), where every node knows its place.
 *
 * <p>Entry types: {@link jplay.yaml.YamlReader}, {@link jplay.yaml.YamlNode}. It knows nothing of
 * plays and tasks.
 */
@NullMarked
package jplay.yaml;

import org.jspecify.annotations.NullMarked;
