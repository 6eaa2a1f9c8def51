package jplay.template.ansible.query;

import io.burt.jmespath.BaseRuntime;
import io.burt.jmespath.JmesPathType;
import io.burt.jmespath.RuntimeConfiguration;
import io.burt.jmespath.node.NodeFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.template.format.JsonReader;
import jplay.template.format.JsonWriter;
import jplay.template.python.Comparison;
import jplay.template.python.Keys;
import jplay.template.python.Numbers;
import jplay.template.python.PythonError;
import jplay.template.python.PythonObject;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** JMESPath over our values: dicts, lists, texts, numbers, booleans and None. */
final class ValueRuntime extends BaseRuntime<@Nullable Object> {
    ValueRuntime() {
        super(
                RuntimeConfiguration.builder()
                        .withFunctionRegistry(NumberFunction.registry())
                        .build());
    }

    @Override
    public NodeFactory<@Nullable Object> nodeFactory() {
        return new TextComparisons(this);
    }

    @Override
    public @Nullable Object parseString(String json) {
        return JsonReader.read(json);
    }

    @Override
    public List<@Nullable Object> toList(@Nullable Object value) {
        return switch (value) {
            case List<?> list -> new ArrayList<@Nullable Object>(list);
            case Map<?, ?> dict -> new ArrayList<@Nullable Object>(dict.values());
            case null, default -> new ArrayList<>();
        };
    }

    @Override
    public String toString(@Nullable Object value) {
        return value instanceof CharSequence text
                ? text.toString()
                : new JsonWriter(Optional.empty(), false, true, ",", ":").write(value);
    }

    @Override
    public Number toNumber(@Nullable Object value) {
        return value instanceof Number number ? number : Long.valueOf(0);
    }

    @Override
    public boolean isTruthy(@Nullable Object value) {
        return value instanceof Number || Types.truth(value);
    }

    @Override
    public JmesPathType typeOf(@Nullable Object value) {
        return switch (value) {
            case null -> JmesPathType.NULL;
            case Boolean _ -> JmesPathType.BOOLEAN;
            case Number _ -> JmesPathType.NUMBER;
            case CharSequence _ -> JmesPathType.STRING;
            case Map<?, ?> _ -> JmesPathType.OBJECT;
            case List<?> _ -> JmesPathType.ARRAY;
            default -> throw PythonError.type("json_query cannot search a " + Types.name(value));
        };
    }

    @Override
    public @Nullable Object getProperty(@Nullable Object value, @Nullable Object name) {
        if (!(value instanceof Map<?, ?> dict)) {
            return null;
        }
        var found = Keys.get(dict, Text.of(name));
        return found == PythonObject.ABSENT ? null : found;
    }

    @Override
    public Collection<@Nullable Object> getPropertyNames(@Nullable Object value) {
        return value instanceof Map<?, ?> dict
                ? new ArrayList<@Nullable Object>(dict.keySet())
                : new ArrayList<>();
    }

    @Override
    public @Nullable Object createNull() {
        return null;
    }

    @Override
    public Object createArray(Collection<@Nullable Object> elements) {
        return new ArrayList<>(elements);
    }

    @Override
    public Object createString(String text) {
        return text;
    }

    @Override
    public Object createBoolean(boolean bool) {
        return bool;
    }

    @Override
    public Object createObject(Map<@Nullable Object, @Nullable Object> entries) {
        return new LinkedHashMap<>(entries);
    }

    @Override
    public Object createNumber(double number) {
        return number;
    }

    @Override
    public Object createNumber(long number) {
        return number;
    }

    @Override
    public int compare(@Nullable Object left, @Nullable Object right) {
        if (Comparison.equal(left, right) && left instanceof Boolean == right instanceof Boolean) {
            return 0;
        }
        if (Types.isNumber(left) && Types.isNumber(right)) {
            return Double.compare(Numbers.real(left), Numbers.real(right)) < 0 ? -1 : 1;
        }
        return left instanceof CharSequence one && right instanceof CharSequence other
                ? one.toString().compareTo(other.toString())
                : -1;
    }
}
