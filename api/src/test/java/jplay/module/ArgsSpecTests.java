package jplay.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.diagnostic.Location;
import jplay.module.type.LocalFile;
import jplay.module.type.Mode;
import jplay.module.type.Secret;
import jplay.module.type.Template;
import jplay.value.Omit;
import jplay.value.TemplateString;
import org.junit.jupiter.api.Test;

class ArgsSpecTests {
    enum State {
        PRESENT,
        ABSENT
    }

    record Part(@Arg("Name.") String name, @Arg(value = "How many.", orElse = "1") int count) {}

    @Named(value = "test.things.thing", summary = "A thing.", freeForm = "name")
    @Constraint(
            value = Constraint.Kind.MUTUALLY_EXCLUSIVE,
            arguments = {"mode", "secret"})
    record Thing(
            @Arg("Its name.") String name,
            @Arg(value = "Whether.", orElse = "present") State state,
            @Arg(value = "Make a home.", orElse = "yes", aliases = "createhome") boolean createHome,
            @Arg("Mode.") Optional<Mode> mode,
            @Arg("Words.") List<String> words,
            @Arg("Wait.") Optional<Duration> delay,
            @Arg("Password.") Optional<Secret> secret,
            @Arg("Parts.") List<Part> parts,
            @Arg("Anything.") Map<String, Object> more) {}

    private static final ArgsSpec<Thing> SPEC = ArgsSpec.of(Thing.class);
    private static final ControllerFiles NO_FILES =
            new ControllerFiles() {
                @Override
                public LocalFile file(String written) {
                    throw new TaskFailure("no files here");
                }

                @Override
                public Template template(String written) {
                    throw new TaskFailure("no templates here");
                }
            };

    private static final Map<String, Object> WRITTEN =
            Map.of(
                    "name",
                    12L,
                    "state",
                    Omit.OMIT,
                    "createhome",
                    "no",
                    "mode",
                    420L,
                    "words",
                    "a, b",
                    "delay",
                    "1.5",
                    "parts",
                    List.of(Map.of("name", true)),
                    "more",
                    "a=1 b=2");

    private static List<String> problems(Map<String, ?> written) {
        return SPEC.check(written).stream().map(ArgsSpec.ArgProblem::message).toList();
    }

    @Test
    void tellsAllProblemsAtOnce() {
        assertEquals(
                List.of(
                        "unknown argument 'nmae' of module 'thing' (did you mean 'name'?)",
                        "missing argument 'name' of module 'thing'",
                        "argument 'state' of module 'thing': got 'presnt', want one of present, absent (did you mean"
                                + " 'present'?)",
                        "argument 'mode' of module 'thing': got '9999', want octal such as '0644' or symbolic such as"
                                + " 'u=rw,g=r'"),
                problems(Map.of("nmae", "x", "state", "presnt", "mode", "9999")));
    }

    @Test
    void doesNotJudgeTemplates() {
        var template = new TemplateString("{{ x }}", Location.of("here"));
        assertEquals(
                List.of(),
                problems(Map.of("name", template, "state", template, "words", List.of(template))));
    }

    @Test
    void refusesArgumentsThatExcludeEachOther() {
        assertEquals(
                List.of("arguments mode and secret exclude each other in module 'thing'"),
                problems(Map.of("name", "x", "mode", "0644", "secret", "s")));
    }

    @Test
    void bindsWithAnsiblesConversions() {
        var thing = SPEC.bind(WRITTEN, NO_FILES);
        assertEquals("12", thing.name());
        assertEquals(State.PRESENT, thing.state());
        assertEquals(false, thing.createHome());
        assertEquals(Optional.of(new Mode("0644")), thing.mode());
        assertEquals(List.of("a", "b"), thing.words());
        assertEquals(Optional.of(Duration.ofMillis(1500)), thing.delay());
        assertEquals(Optional.empty(), thing.secret());
        assertEquals(List.of(new Part("True", 1)), thing.parts());
        assertEquals(Map.of("a", "1", "b", "2"), thing.more());
    }

    @Test
    void secretsDoNotPrint() {
        assertEquals("********", new Secret("s3cret").toString());
    }

    @Test
    void bindingTellsAllProblemsToo() {
        var thrown =
                assertThrows(
                        ArgsException.class,
                        () -> SPEC.bind(Map.of("create_home", "perhaps"), NO_FILES));
        assertEquals(2, thrown.problems().size(), thrown.getMessage());
    }
}
