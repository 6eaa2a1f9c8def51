package jplay.template.ansible.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jplay.template.python.Comparison;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/**
 * Where and why a value does not follow a schema.
 *
 * @param path from the whole value to the part that is wrong
 * @param schemaPath from the whole schema to the keyword that says so
 * @param schema the part of the schema that holds the keyword
 * @param keyword null when all of the schema is false
 */
record SchemaError(
        String message,
        List<Object> path,
        List<Object> schemaPath,
        @Nullable Object schema,
        @Nullable String keyword,
        @Nullable Object expected,
        @Nullable Object found) {
    /** The same seen from further outside; steps that are null are none. */
    SchemaError below(@Nullable Object step, @Nullable Object schemaStep) {
        return new SchemaError(
                message,
                before(step, path),
                before(schemaStep, schemaPath),
                schema,
                keyword,
                expected,
                found);
    }

    private static List<Object> before(@Nullable Object step, List<Object> path) {
        return step == null ? path : Stream.concat(Stream.of(step), path.stream()).toList();
    }

    /** Outer parts first, then by the steps of the path. */
    static int order(SchemaError left, SchemaError right) {
        for (var i = 0; i < Math.min(left.path.size(), right.path.size()); i++) {
            var order = Comparison.ORDER.compare(left.path.get(i), right.path.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.path.size(), right.path.size());
    }

    Map<@Nullable Object, @Nullable Object> toDict() {
        var dict = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        dict.put("message", message);
        dict.put("data_path", dotted(path));
        dict.put("json_path", jsonPath());
        dict.put("schema_path", dotted(schemaPath));
        dict.put("relative_schema", schema);
        dict.put("expected", expected);
        dict.put("validator", keyword);
        dict.put("found", found);
        return dict;
    }

    private static String dotted(List<Object> path) {
        return path.stream().map(Text::of).collect(Collectors.joining("."));
    }

    private String jsonPath() {
        var steps = new ArrayList<String>();
        for (var step : path) {
            steps.add(Types.isInteger(step) ? "[" + step + "]" : "." + step);
        }
        return "$" + String.join("", steps);
    }
}
