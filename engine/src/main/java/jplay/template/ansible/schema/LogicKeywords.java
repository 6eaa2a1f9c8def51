package jplay.template.ansible.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** Types, references and schemas made of other schemas. */
final class LogicKeywords {
    static final Map<String, Keyword> TABLE =
            Map.of(
                    "$ref", LogicKeywords::reference,
                    "allOf", LogicKeywords::all,
                    "anyOf", LogicKeywords::any,
                    "if", LogicKeywords::condition,
                    "not", LogicKeywords::not,
                    "oneOf", LogicKeywords::one,
                    "type", LogicKeywords::type);

    static final Map<String, Keyword> DYNAMIC =
            Map.of(
                    "$dynamicRef", LogicKeywords::reference,
                    "$recursiveRef", LogicKeywords::reference);

    private LogicKeywords() {}

    private static void reference(Check check) {
        var schema = check.checker().references().resolve(Text.of(check.told()), check.schema());
        check.descend(new Check.Part(check.value(), schema), null, null);
    }

    private static void all(Check check) {
        var index = 0L;
        for (var schema : check.toldList()) {
            check.descend(new Check.Part(check.value(), schema), null, index++);
        }
    }

    private static List<@Nullable Object> accepting(Check check) {
        var accepting = new ArrayList<@Nullable Object>();
        for (var schema : check.toldList()) {
            if (check.accepts(check.value(), schema)) {
                accepting.add(schema);
            }
        }
        return accepting;
    }

    private static void any(Check check) {
        if (accepting(check).isEmpty()) {
            check.fail(check.repr() + " is not valid under any of the given schemas");
        }
    }

    private static void one(Check check) {
        var accepting = accepting(check);
        if (accepting.isEmpty()) {
            check.fail(check.repr() + " is not valid under any of the given schemas");
        } else if (accepting.size() > 1) {
            accepting.add(accepting.removeFirst());
            check.fail(
                    check.repr()
                            + " is valid under each of "
                            + accepting.stream().map(Text::repr).collect(Collectors.joining(", ")));
        }
    }

    private static void not(Check check) {
        if (check.accepts(check.value(), check.told())) {
            check.fail(check.repr() + " should not be valid under " + Text.repr(check.told()));
        }
    }

    private static void condition(Check check) {
        var branch = check.accepts(check.value(), check.told()) ? "then" : "else";
        if (check.schema().containsKey(branch)) {
            check.descend(new Check.Part(check.value(), check.beside(branch)), null, branch);
        }
    }

    private static void type(Check check) {
        var types =
                check.told() instanceof CharSequence || check.told() instanceof Map
                        ? List.of(check.told())
                        : check.toldList();
        if (types.stream().noneMatch(type -> isOf(check, type))) {
            check.fail(
                    check.repr()
                            + " is not of type "
                            + types.stream().map(Text::repr).collect(Collectors.joining(", ")));
        }
    }

    private static boolean isOf(Check check, @Nullable Object type) {
        if (type instanceof Map && check.checker().draft() == Draft.DRAFT_3) {
            return check.accepts(check.value(), type);
        }
        var name = Types.text(type, "type");
        if (!Values.isKnownType(check.checker().draft(), name)) {
            throw new PythonError(
                    "UnknownType",
                    "Unknown type %s for validator with schema:\n    %s\n\nWhile checking instance:\n    %s"
                            .formatted(Text.repr(name), Text.repr(check.schema()), check.repr()));
        }
        return Values.isType(check.checker().draft(), check.value(), name);
    }
}
