package jplay.template.jinja;

import java.util.List;
import jplay.template.expr.Access;
import jplay.template.expr.Expression;
import jplay.template.expr.Literal;
import jplay.template.expr.TokenStream;
import jplay.template.python.Iteration;
import jplay.template.python.Namespace;
import jplay.template.python.PythonError;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/** What a statement assigns to. */
sealed interface Target {
    /** Assigns in a frame. */
    void assign(Rendering rendering, Frame frame, @Nullable Object value);

    /** A name. */
    record Name(String name) implements Target {
        @Override
        public void assign(Rendering rendering, Frame frame, @Nullable Object value) {
            frame.set(name, value);
        }
    }

    /** An attribute of a namespace. */
    record Attribute(String name, String attribute) implements Target {
        @Override
        public void assign(Rendering rendering, Frame frame, @Nullable Object value) {
            if (!(rendering.variable(name) instanceof Namespace namespace)) {
                throw new PythonError(
                        "TemplateRuntimeError", "cannot assign attribute on non-namespace object");
            }
            namespace.set(attribute, value);
        }
    }

    /** Several at once. */
    record Several(List<Target> targets) implements Target {
        @Override
        public void assign(Rendering rendering, Frame frame, @Nullable Object value) {
            var values = values(value);
            if (values.size() > targets.size()) {
                throw PythonError.value(
                        "too many values to unpack (expected " + targets.size() + ")");
            }
            if (values.size() < targets.size()) {
                throw PythonError.value(
                        "not enough values to unpack (expected "
                                + targets.size()
                                + ", got "
                                + values.size()
                                + ")");
            }
            for (var i = 0; i < values.size(); i++) {
                targets.get(i).assign(rendering, frame, values.get(i));
            }
        }

        private static List<@Nullable Object> values(@Nullable Object value) {
            Undefined.refuse(value);
            if (value == null || Types.isNumber(value)) {
                throw PythonError.type(
                        "cannot unpack non-iterable " + Types.name(value) + " object");
            }
            return Iteration.list(value);
        }
    }

    /** The target that an expression spells. */
    static Target of(Expression expression, TokenStream tokens) {
        return switch (expression) {
            case Access.Name name -> new Name(name.name());
            case Literal.TupleOf tuple ->
                    new Several(
                            tuple.elements().stream().map(element -> of(element, tokens)).toList());
            default -> throw tokens.error("can't assign to an expression");
        };
    }
}
