package jplay.template.ansible.test;

import static jplay.template.filter.Filter.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import jplay.template.ansible.Paths;
import jplay.template.filter.Filter;
import jplay.template.filter.FilterCall;
import jplay.template.lazy.SealedText;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import jplay.vault.Vault;
import jplay.vault.VaultText;
import org.jspecify.annotations.Nullable;

/** Ansible's tests on files of the controller. */
final class FileTests {
    static final List<Filter> TABLE =
            List.of(
                    test("abs(path)", call -> path(call.value()).startsWith("/")),
                    test("directory(path)", call -> Files.isDirectory(file(call))),
                    test(
                            "exists(path)",
                            call -> !given(call).isEmpty() && Files.exists(file(call))),
                    test("file(path)", call -> Files.isRegularFile(file(call))),
                    test("is_abs(path)", call -> path(call.value()).startsWith("/")),
                    test("is_dir(path)", call -> Files.isDirectory(file(call))),
                    test("is_file(path)", call -> Files.isRegularFile(file(call))),
                    test("is_link(path)", FileTests::isLink),
                    test("is_mount(path)", FileTests::isMount),
                    test("is_same_file(path, other)", FileTests::isSame),
                    test("link(path)", FileTests::isLink),
                    test(
                            "link_exists(path)",
                            call ->
                                    !given(call).isEmpty()
                                            && !(given(call).endsWith("/")
                                                    && !Files.isDirectory(file(call)))
                                            && Files.exists(file(call), LinkOption.NOFOLLOW_LINKS)),
                    test("mount(path)", FileTests::isMount),
                    test("same_file(path, other)", FileTests::isSame),
                    test("vault_encrypted(value)", call -> call.value() instanceof SealedText),
                    test("vaulted_file(path)", FileTests::isVault));

    private FileTests() {}

    private static String path(@Nullable Object value) {
        Undefined.refuse(value);
        if (value instanceof CharSequence text) {
            return text.toString();
        }
        throw PythonError.type(
                "path should be string, bytes, os.PathLike or integer, not " + Types.name(value));
    }

    private static String given(FilterCall call) {
        return path(call.value());
    }

    private static Path file(FilterCall call) {
        var path = given(call);
        // a file with a slash behind it does not exist
        var file = Paths.file(call.evaluation().surroundings(), path.isEmpty() ? "\u0001" : path);
        return path.endsWith("/") && Files.isRegularFile(file) ? file.resolve("\u0001") : file;
    }

    private static Object isLink(FilterCall call) {
        return !given(call).isEmpty()
                && !given(call).endsWith("/")
                && Files.isSymbolicLink(file(call));
    }

    private static Object isMount(FilterCall call) {
        var path = given(call);
        if (path.isEmpty() || Files.isSymbolicLink(file(call)) || !Files.isDirectory(file(call))) {
            return false;
        }
        try {
            var real = file(call).toRealPath();
            var parent = real.getParent();
            return parent == null
                    || !Files.getAttribute(real, "unix:dev")
                            .equals(Files.getAttribute(parent, "unix:dev"));
        } catch (IOException e) {
            return false;
        }
    }

    private static Object isSame(FilterCall call) {
        var other = path(call.get("other"));
        try {
            var file = Paths.file(call.evaluation().surroundings(), other);
            return Files.isSameFile(file(call).toRealPath(), file.toRealPath());
        } catch (IOException e) {
            throw new PythonError(
                    "FileNotFoundError", "No such file or directory: " + Text.repr(e.getMessage()));
        }
    }

    private static Object isVault(FilterCall call) {
        var file = Paths.file(call.evaluation().surroundings(), call.text());
        try (var content = Files.newInputStream(file)) {
            return Vault.isEncrypted(content.readNBytes(VaultText.HEADER.length()));
        } catch (IOException e) {
            throw new PythonError(
                    "FileNotFoundError",
                    "Cannot test if the file "
                            + Text.repr(call.value())
                            + " is a vault: No such file or directory");
        }
    }
}
