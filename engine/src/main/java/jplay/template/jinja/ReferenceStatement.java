package jplay.template.jinja;

import java.util.List;
import java.util.Optional;
import jplay.template.expr.Expression;
import jplay.template.python.Iteration;
import jplay.template.python.PythonError;
import jplay.template.python.PythonObject;
import jplay.template.python.Text;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/** Statements that use another template. */
sealed interface ReferenceStatement extends Statement {
    /** {@code extends}. */
    record Extends(Expression name) implements ReferenceStatement {
        @Override
        public String getName() {
            return "extends";
        }

        @Override
        public void run(Rendering rendering) {
            rendering.extend(required(rendering, name.evaluate(rendering)));
        }
    }

    /** {@code include}. */
    record Include(Expression name, boolean ignoreMissing, boolean withContext)
            implements ReferenceStatement {
        @Override
        public String getName() {
            return "include";
        }

        @Override
        public void run(Rendering rendering) {
            if (rendering.isSilent()) {
                return;
            }
            var names = name.evaluate(rendering);
            var template = find(rendering, names);
            if (template.isEmpty() && !ignoreMissing) {
                throw missing(names);
            }
            template.ifPresent(found -> {
                var output = rendering.nested(found, withContext).run();
                rendering.put(isMissing(output) ? Undefined.refuse(output) : output);
            });
        }

        private static boolean isMissing(@Nullable Object output) {
            return output instanceof Undefined undefined && !undefined.isLenient();
        }
    }

    /** {@code import .. as name}. */
    record Import(Expression name, String as, boolean withContext) implements ReferenceStatement {
        @Override
        public String getName() {
            return "import";
        }

        @Override
        public void run(Rendering rendering) {
            var template = required(rendering, name.evaluate(rendering));
            rendering.frame().set(as, Module.of(rendering.nested(template, withContext)));
        }
    }

    /** {@code from .. import ..}. */
    record FromImport(Expression name, List<Imported> names, boolean withContext)
            implements ReferenceStatement {
        @Override
        public String getName() {
            return "from";
        }

        @Override
        public void run(Rendering rendering) {
            var template = required(rendering, name.evaluate(rendering));
            var module = Module.of(rendering.nested(template, withContext));
            for (var imported : names) {
                var value = module.attribute(imported.name);
                rendering
                        .frame()
                        .set(
                                imported.as,
                                value == PythonObject.ABSENT
                                        ? Undefined.of(
                                                "the template '"
                                                        + template.name()
                                                        + "' does not export the requested name '"
                                                        + imported.name
                                                        + "'")
                                        : value);
            }
        }
    }

    /** A name that is imported, and what it is called here. */
    record Imported(String name, String as) {}

    /** A template as a value: what it set, and as text what it put out. */
    record Module(Frame names, @Nullable Object output) implements PythonObject {
        static Module of(Rendering rendering) {
            return new Module(rendering.root(), rendering.run());
        }

        @Override
        public @Nullable Object attribute(String name) {
            var exported =
                    !name.startsWith("_") && !name.equals("self") && names.own().containsKey(name);
            return exported ? names.own().get(name) : ABSENT;
        }

        @Override
        public Object data() {
            return toString();
        }

        @Override
        public String typeName() {
            return "TemplateModule";
        }

        @Override
        public String toString() {
            return output == null ? "" : Text.of(output);
        }
    }

    private static ParsedTemplate required(Rendering rendering, @Nullable Object name) {
        return find(rendering, name).orElseThrow(() -> missing(name));
    }

    private static PythonError missing(@Nullable Object names) {
        return new PythonError(
                "TemplateNotFound", "the template " + Text.repr(names) + " could not be found");
    }

    private static Optional<ParsedTemplate> find(Rendering rendering, @Nullable Object names) {
        Undefined.refuse(names);
        if (names instanceof CharSequence name) {
            return rendering.loader().load(name.toString());
        }
        return Iteration.list(names).stream()
                .map(name -> rendering.loader().load(Text.of(name)))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
