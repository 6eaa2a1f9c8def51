package jplay.template.expr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import jplay.template.python.Keys;
import jplay.template.python.Tuple;
import jplay.value.TemplateString;
import org.jspecify.annotations.Nullable;

/** Values that are written out. */
public sealed interface Literal extends Expression {
    /** A constant. */
    record Constant(@Nullable Object value) implements Literal {
        @Override
        public @Nullable Object evaluate(Evaluation evaluation) {
            return value;
        }
    }

    /** A string that is a template itself. */
    record Embedded(TemplateString template) implements Literal {
        @Override
        public @Nullable Object evaluate(Evaluation evaluation) {
            return evaluation.render(template);
        }
    }

    /** {@code [a, b]}. */
    record ListOf(List<Expression> elements) implements Literal {
        @Override
        public Object evaluate(Evaluation evaluation) {
            var list = new ArrayList<@Nullable Object>(elements.size());
            for (var element : elements) {
                list.add(element.evaluate(evaluation));
            }
            return list;
        }
    }

    /** {@code (a, b)}. */
    record TupleOf(List<Expression> elements) implements Literal {
        @Override
        public Object evaluate(Evaluation evaluation) {
            var values = new @Nullable Object[elements.size()];
            for (var i = 0; i < values.length; i++) {
                values[i] = elements.get(i).evaluate(evaluation);
            }
            return Tuple.of(values);
        }
    }

    /** {@code {a: b}}. */
    record DictOf(List<Pair> pairs) implements Literal {
        @Override
        public Object evaluate(Evaluation evaluation) {
            var dict = new LinkedHashMap<@Nullable Object, @Nullable Object>();
            for (var pair : pairs) {
                Keys.put(dict, pair.key.evaluate(evaluation), pair.value.evaluate(evaluation));
            }
            return dict;
        }
    }

    /** A key and its value. */
    record Pair(Expression key, Expression value) {}
}
