package jplay.playbook.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Texts and what they are split into: all words as options, or only those of a command. */
class FreeFormTests {
    private static final Set<String> OF_COMMAND = Set.of("chdir", "creates");

    private record Case(String text, String options, String rest) {}

    @TestFactory
    Stream<DynamicTest> takesAllOptions() {
        return Stream.of(
                        new Case("a=1 b=2", "a=1|b=2", ""),
                        new Case("a='x y' b=\"it's\"", "a=x y|b=it's", ""),
                        new Case(
                                "a=\"{{ x | default('a b') }}\"", "a={{ x | default('a b') }}", ""),
                        new Case(
                                "a={{ x y }}/z b={% if c %}d{% endif %}",
                                "a={{ x y }}/z|b={% if c %}d{% endif %}", ""),
                        new Case("a=\"x\\ty\\n\" b=\\u0041", "a=x\ty\n|b=A", ""),
                        new Case("a=\"say \\\"hi\\\"\"", "a=say \"hi\"", ""),
                        new Case("a=b=c", "a=b=c", ""),
                        new Case("a=", "a=", ""),
                        new Case("a=1\n  b=2\n", "a=1|b=2", ""),
                        new Case("free a=1 text", "a=1", "free text"),
                        new Case("a\\=1", "", "a=1"),
                        new Case("a=x'y z'", "a=x'y z'", ""))
                .map(one -> test(one, FreeForm.parse(one.text(), _ -> true)));
    }

    @TestFactory
    Stream<DynamicTest> takesOnlyOptionsOfTheCommand() {
        return Stream.of(
                        new Case("ls -l", "", "ls -l"),
                        new Case("ls chdir=/x -l", "chdir=/x", "ls -l"),
                        new Case("chdir='/a b' dd if=a of=b", "chdir=/a b", "dd if=a of=b"),
                        new Case(
                                "echo \"chdir=/x\"  spaced   out",
                                "",
                                "echo \"chdir=/x\"  spaced   out"),
                        new Case("cat <<E\n  kept\nE\n", "", "cat <<E\n  kept\nE\n"),
                        new Case(
                                "echo '\\n' \\\n  next creates={{ a b }}",
                                "creates={{ a b }}",
                                "echo '\\n'  next"),
                        new Case("echo a\\=b", "", "echo a=b"),
                        new Case("make X=1 creates=/y", "creates=/y", "make X=1"))
                .map(one -> test(one, FreeForm.parse(one.text(), OF_COMMAND::contains)));
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatIsNotClosed() {
        return Stream.of(
                        new Case("echo it's", "the quote ' is never closed", ""),
                        new Case("echo \"x", "the quote \" is never closed", ""),
                        new Case("echo {{ x", "'{{' is never closed", ""),
                        new Case("echo {% if", "'{%' is never closed", ""))
                .map(one ->
                        DynamicTest.dynamicTest(
                                one.text(),
                                () ->
                                        assertEquals(
                                                one.options(),
                                                assertThrows(
                                                                IllegalArgumentException.class,
                                                                () -> FreeForm.words(one.text()))
                                                        .getMessage())));
    }

    private static DynamicTest test(Case one, FreeForm parsed) {
        var options =
                parsed.options().stream()
                        .map(option -> option.name() + "=" + option.value())
                        .collect(Collectors.joining("|"));
        return DynamicTest.dynamicTest(
                one.text(), () -> assertEquals(one, new Case(one.text(), options, parsed.rest())));
    }
}
