package jplay.template;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;
import jplay.template.python.PythonError;
import jplay.value.TemplateString;

/**
 * The templates that are being rendered, each for the sake of the one before: finds those that need
 * themselves.
 */
final class Trail {
    private static final int DEEPEST = 120;

    /** A template in a scope, and what the user calls it. */
    private record Step(TemplateString template, Scope scope, String name) {
        @SuppressWarnings(
                "ReferenceEquality") // a scope may be a map, which is expensive to compare
        boolean is(TemplateString other, Scope in) {
            return scope == in && template.equals(other);
        }
    }

    private final Deque<Step> steps = new ArrayDeque<>();

    void enter(TemplateString template, Scope scope, String name) {
        if (steps.size() >= DEEPEST) {
            throw new PythonError(
                    "RecursionError",
                    "Recursive loop detected in template: maximum recursion depth exceeded");
        }
        if (!steps.isEmpty() && steps.stream().anyMatch(step -> step.is(template, scope))) {
            throw new PythonError(
                    "RecursionError",
                    "Recursive loop detected in template: " + cycle(template, scope, name));
        }
        steps.addLast(new Step(template, scope, name));
    }

    private String cycle(TemplateString template, Scope scope, String name) {
        var names =
                steps.stream()
                        .dropWhile(step -> !step.is(template, scope))
                        .map(Step::name)
                        .collect(Collectors.joining(" -> "));
        return names + " -> " + name;
    }

    void leave() {
        steps.removeLast();
    }
}
