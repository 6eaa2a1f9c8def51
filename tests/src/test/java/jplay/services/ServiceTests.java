package jplay.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jplay.failure.Controller;
import jplay.lab.Checkout;
import jplay.lab.Image;
import jplay.lab.Lab;
import jplay.lab.LabTest;
import jplay.value.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Tasks about units answer as they did under Ansible, and leave the host as it did.
 *
 * <p>{@code -Dservices.record=/path/to/ansible-playbook} first asks that program for the answers
 * that are missing.
 */
@LabTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceTests {
    /** So many cases are one run, so that none takes longer than a run may. */
    private static final int BATCH = 15;

    private static final Path FOLDER = Checkout.ROOT.resolve("tests/services");

    private static final Path RECORDED = FOLDER.resolve("answers.json");

    private final Lab lab = Lab.open();

    @TestFactory
    Stream<DynamicTest> tasksAnswerAsUnderAnsible() throws Exception {
        var host = lab.host("units", Image.DEBIAN12);
        for (var script : List.of("prepare.sh", "look.sh")) {
            var text = Files.readString(FOLDER.resolve(script));
            var _ = host.sh("cat >/%s <<'END OF FILE'\n%sEND OF FILE".formatted(script, text));
        }
        var _ = host.sh("sh /prepare.sh; sh /look.sh >/run/probe.before");
        var controller = Controller.in(lab.folder());
        controller.file("hosts", Files.readString(lab.inventory("units")));
        var cases = cases();
        recordMissing(cases, controller);
        for (var from = 0; from < cases.size(); from += BATCH) {
            var to = Math.min(from + BATCH, cases.size());
            var numbers = IntStream.range(from, to).boxed().toList();
            var _ = controller.run(ServiceCase.playbook(cases, numbers)).ended(0);
        }
        var recorded = recorded();
        return IntStream.range(0, cases.size())
                .mapToObj(number -> {
                    var each = cases.get(number);
                    return dynamicTest(
                            each.name(), () -> compare(each, recorded.get(each.name()), number));
                });
    }

    @AfterAll
    void close() {
        lab.close();
    }

    private void compare(ServiceCase each, Answer ansible, int number) throws IOException {
        var jplay = Answer.of(read(lab.folder().resolve(number + ".json")));
        var differs = each.differs().keySet();
        assertEquals(ansible.without(differs).text(), jplay.without(differs).text());
        for (var name : differs) {
            var others = differs.stream().filter(other -> !other.equals(name));
            var rest = others.collect(Collectors.toSet());
            assertNotEquals(
                    ansible.without(rest).text(),
                    jplay.without(rest).text(),
                    () -> name + " no longer differs");
        }
    }

    private void recordMissing(List<ServiceCase> cases, Controller controller) throws Exception {
        var program = System.getProperty("services.record", "");
        var recorded = recorded();
        var missing =
                IntStream.range(0, cases.size())
                        .filter(number -> !recorded.containsKey(cases.get(number).name()))
                        .boxed()
                        .toList();
        if (program.isEmpty() || missing.isEmpty()) {
            return;
        }
        var playbook = controller.file("record.yml", ServiceCase.playbook(cases, missing));
        var builder = new ProcessBuilder(program, "-i", "hosts", playbook.toString());
        builder.directory(lab.folder().toFile()).redirectErrorStream(true);
        builder.environment().put("ANSIBLE_PYTHON_INTERPRETER", "/usr/bin/python3");
        var log = lab.folder().resolve("record.log");
        assertEquals(
                0,
                builder.redirectOutput(Redirect.to(log.toFile())).start().waitFor(),
                () -> "see " + log);
        for (var number : missing) {
            var told = read(lab.folder().resolve(number + ".json"));
            recorded.put(cases.get(number).name(), Answer.of(told));
        }
        Files.writeString(RECORDED, text(cases, recorded));
    }

    private static String text(List<ServiceCase> cases, Map<String, Answer> recorded) {
        return cases.stream()
                .map(ServiceCase::name)
                .map(name ->
                        " %s: {\n%s}"
                                .formatted(
                                        Json.write(name, Json.Style.PLAIN),
                                        recorded.get(name).text()))
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }

    private static Map<String, Answer> recorded() throws IOException {
        var answers = new LinkedHashMap<String, Answer>();
        read(RECORDED)
                .forEach((name, told) -> answers.put(name.toString(), Answer.of((Map<?, ?>) told)));
        return answers;
    }

    private static Map<?, ?> read(Path file) throws IOException {
        return (Map<?, ?>) Json.read(Files.readString(file));
    }

    private static List<ServiceCase> cases() throws IOException {
        var settings = LoadSettings.builder().setLabel("cases.yml").build();
        var text = Files.readString(FOLDER.resolve("cases.yml"));
        var written = (Map<?, ?>) new Load(settings).loadFromString(text);
        var cases = new ArrayList<ServiceCase>();
        ((List<?>) written.get("cases"))
                .forEach(each -> cases.add(ServiceCase.of((Map<?, ?>) each)));
        return cases;
    }
}
