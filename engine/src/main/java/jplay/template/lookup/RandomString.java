package jplay.template.lookup;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import jplay.template.ansible.PythonRandom;
import jplay.template.filter.FilterCall;
import jplay.template.python.PythonError;
import org.jspecify.annotations.Nullable;

/** {@code random_string}: a text by chance, the same for the same seed. */
final class RandomString {
    static final List<Lookup> TABLE =
            List.of(
                    Lookup.of(
                            "community.general.random_string(terms, length=8, seed=none, upper=true,"
                                    + " lower=true, numbers=true, special=true, min_lower=0,"
                                    + " min_upper=0, min_numeric=0, min_special=0,"
                                    + " override_special=none, override_all=none, base64=false,"
                                    + " ignore_similar_chars=false, similar_chars='il1LoO0')",
                            RandomString::run));

    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";
    private static final String SPECIAL = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private final FilterCall call;
    private final IntUnaryOperator choice;
    private final StringBuilder text = new StringBuilder();

    private RandomString(FilterCall call) {
        this.call = call;
        this.choice =
                call.has("seed")
                        ? PythonRandom.of(call.text("seed"))::below
                        : new SecureRandom()::nextInt;
    }

    private static List<@Nullable Object> run(FilterCall call) {
        var text = new RandomString(call).text();
        return new ArrayList<>(
                List.of(
                        call.flag("base64")
                                ? Base64.getEncoder()
                                        .encodeToString(text.getBytes(StandardCharsets.UTF_8))
                                : text));
    }

    /** What is demanded comes first; who wants it elsewhere must not give a seed. */
    private String text() {
        var special = call.flag("override_special") ? call.text("override_special") : SPECIAL;
        if (call.flag("override_all")) {
            add(call.text("override_all"), call.integer("length"));
            return text.toString();
        }
        add(without(DIGITS), call.integer("min_numeric"));
        add(without(LOWER), call.integer("min_lower"));
        add(without(UPPER), call.integer("min_upper"));
        add(without(special), call.integer("min_special"));
        var all =
                (call.flag("upper") ? UPPER : "")
                        + (call.flag("lower") ? LOWER : "")
                        + (call.flag("numbers") ? DIGITS : "")
                        + (call.flag("special") ? special : "");
        if (all.isEmpty()) {
            throw PythonError.value(
                    "Available characters cannot be None, please change constraints");
        }
        add(without(all), call.integer("length") - text.length());
        return call.has("seed") ? text.toString() : shuffled();
    }

    private String without(String characters) {
        if (!call.flag("ignore_similar_chars")) {
            return characters;
        }
        var similar = call.text("similar_chars");
        return characters
                .chars()
                .filter(c -> similar.indexOf(c) < 0)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private void add(String characters, int count) {
        for (var i = 0; i < count; i++) {
            text.append(characters.charAt(choice.applyAsInt(characters.length())));
        }
    }

    private String shuffled() {
        for (var i = text.length() - 1; i > 0; i--) {
            var other = choice.applyAsInt(i + 1);
            var moved = text.charAt(i);
            text.setCharAt(i, text.charAt(other));
            text.setCharAt(other, moved);
        }
        return text.toString();
    }
}
