package jplay.template.lookup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntUnaryOperator;
import jplay.template.ansible.Paths;
import jplay.template.ansible.PythonRandom;
import jplay.template.filter.FilterCall;
import jplay.template.python.Arguments;
import jplay.template.python.Iteration;
import jplay.template.python.Numbers;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import org.jspecify.annotations.Nullable;

/** {@code password}: reads a password from a file; makes and keeps one when there is none. */
final class Password {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final Map<String, String> CLASSES =
            Map.of(
                    "ascii_letters", LETTERS + LETTERS.toUpperCase(java.util.Locale.ROOT),
                    "ascii_lowercase", LETTERS,
                    "ascii_uppercase", LETTERS.toUpperCase(java.util.Locale.ROOT),
                    "digits", "0123456789",
                    "hexdigits", "0123456789abcdefABCDEF",
                    "octdigits", "01234567",
                    "punctuation", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");

    /** Hosts of one run ask for the same password at the same time. */
    private static final ReentrantLock WRITING = new ReentrantLock();

    private static final Set<String> OPTIONS =
            Set.of("length", "chars", "encrypt", "ident", "seed");

    private final FilterCall call;
    private final Map<String, @Nullable Object> options = new LinkedHashMap<>();
    private final Path file;

    private Password(FilterCall call, String term) {
        this.call = call;
        OPTIONS.forEach(name -> options.put(name, call.get(name)));
        var parsed = Terms.of(term);
        parsed.options().forEach(this::set);
        this.file = Paths.file(call.evaluation().surroundings(), Paths.expandUser(parsed.text()));
    }

    private void set(String name, String value) {
        if (!OPTIONS.contains(name)) {
            throw PythonError.value("Unrecognized parameter(s) given to password lookup: " + name);
        }
        options.put(name, value);
    }

    static List<@Nullable Object> run(FilterCall call) {
        var passwords = new ArrayList<@Nullable Object>();
        WRITING.lock();
        try {
            call.list().forEach(term -> passwords.add(new Password(call, Text.of(term)).text()));
        } finally {
            WRITING.unlock();
        }
        return passwords;
    }

    private @Nullable Object text() {
        var fleeting = file.equals(Path.of("/dev/null"));
        try {
            var known = !fleeting && Files.exists(file);
            var read = known ? Kept.parse(Files.readString(file)) : Kept.of(generated());
            var kept = options.get("encrypt") == null ? read : read.salted(scheme(), ident());
            if (!fleeting && !(known && kept.equals(read))) {
                keep(kept, known);
            }
            return options.get("encrypt") == null ? kept.password() : encrypted(kept);
        } catch (IOException e) {
            throw new PythonError(
                    "AnsibleLookupError",
                    "the password file " + file + " cannot be used: " + e.getMessage());
        }
    }

    private String scheme() {
        return Text.of(options.get("encrypt"));
    }

    private String ident() {
        var ident = options.get("ident");
        return ident == null ? "" : Text.of(ident);
    }

    private void keep(Kept kept, boolean known) throws IOException {
        if (!known) {
            var folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            var owner =
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"));
            Files.createFile(file, owner);
        }
        Files.writeString(file, kept.text() + "\n");
    }

    private @Nullable Object encrypted(Kept kept) {
        var hash = call.evaluation().catalog().filter("password_hash").orElseThrow();
        var named = new LinkedHashMap<String, @Nullable Object>();
        named.put("salt", kept.salt());
        named.put("ident", kept.ident().isEmpty() ? null : kept.ident());
        return hash.apply(
                call.evaluation(), kept.password(), new Arguments(List.of(scheme()), named));
    }

    private String generated() {
        var characters = characters();
        if (characters.isEmpty()) {
            throw PythonError.value("the password lookup was given no characters to choose from");
        }
        var seed = options.get("seed");
        IntUnaryOperator choice =
                seed == null ? new SecureRandom()::nextInt : PythonRandom.of(seed)::below;
        var password = new StringBuilder();
        for (var i = 0; i < length(); i++) {
            password.append(characters.charAt(choice.applyAsInt(characters.length())));
        }
        return password.toString();
    }

    private int length() {
        var length = options.get("length");
        return length instanceof CharSequence text
                ? Numbers.parseInteger(text.toString(), 10)
                        .map(Numbers::index)
                        .orElseThrow(() ->
                                PythonError.value(
                                        "Invalid value provided for 'integer': "
                                                + Text.repr(length)))
                : Numbers.index(length);
    }

    private String characters() {
        var chosen = options.get("chars");
        if (chosen == null) {
            return CLASSES.get("ascii_letters") + CLASSES.get("digits") + ".,:-_";
        }
        var parts =
                chosen instanceof CharSequence text
                        ? List.<Object>of((Object[]) text.toString().split("(?<!,),(?!,)"))
                        : Iteration.list(chosen);
        var characters = new StringBuilder();
        for (var part : parts) {
            var text = Text.of(part);
            characters.append(CLASSES.getOrDefault(text, text.equals(",,") ? "," : text));
        }
        return characters.toString();
    }
}
