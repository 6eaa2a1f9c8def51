package jplay.module;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks rules over several arguments. */
final class ArgRules {
    private ArgRules() {}

    /** The problem, when the rule is broken. */
    static Optional<ArgsSpec.ArgProblem> check(
            Constraint rule,
            List<String> given,
            Function<String, @Nullable Object> values,
            String module) {
        var named = Arrays.stream(rule.arguments()).filter(given::contains).toList();
        var all = String.join(", ", rule.arguments());
        var message =
                switch (rule.value()) {
                    case MUTUALLY_EXCLUSIVE ->
                            named.size() > 1
                                    ? "arguments "
                                            + String.join(" and ", named)
                                            + " exclude each other"
                                    : "";
                    case REQUIRED_TOGETHER ->
                            !named.isEmpty() && named.size() < rule.arguments().length
                                    ? "arguments " + all + " are needed together"
                                    : "";
                    case REQUIRED_ONE_OF ->
                            named.isEmpty() ? "one of the arguments " + all + " is needed" : "";
                    case REQUIRED_IF -> required(rule, given, values);
                };
        return message.isEmpty()
                ? Optional.empty()
                : Optional.of(new ArgsSpec.ArgProblem("", message + " in module '" + module + "'"));
    }

    private static String required(
            Constraint rule, List<String> given, Function<String, @Nullable Object> values) {
        var condition = rule.when().split("=", 2);
        var value = values.apply(condition[0]);
        var missing =
                Arrays.stream(rule.arguments()).filter(name -> !given.contains(name)).toList();
        return value != null && ArgConversion.text(value).equals(condition[1]) && !missing.isEmpty()
                ? "with "
                        + condition[0]
                        + "="
                        + condition[1]
                        + " arguments are missing: "
                        + String.join(", ", missing)
                : "";
    }

    /** The rule in words, for the documentation. */
    static String describe(Constraint rule) {
        var all = "`" + String.join("`, `", rule.arguments()) + "`";
        return switch (rule.value()) {
            case MUTUALLY_EXCLUSIVE -> "Only one of " + all + " may be given.";
            case REQUIRED_TOGETHER -> "If one of " + all + " is given, all are needed.";
            case REQUIRED_ONE_OF -> "One of " + all + " is needed.";
            case REQUIRED_IF -> "With `" + rule.when() + "`, " + all + " is needed.";
        };
    }
}
