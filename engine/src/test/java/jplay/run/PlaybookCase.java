package jplay.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jplay.config.Setting;
import jplay.config.Settings;
import jplay.config.SettingsReader;
import jplay.config.Surroundings;
import jplay.diagnostic.Problems;
import jplay.inventory.HostPattern;
import jplay.inventory.Inventories;
import jplay.module.ArgsSpec;
import jplay.module.ModuleCatalog;
import jplay.play.TagSelection;
import jplay.playbook.load.LoadOptions;
import jplay.playbook.load.PlaybookLoader;
import jplay.task.action.Actions;
import jplay.template.JinjaTemplar;
import jplay.vars.ExtraVars;
import jplay.vars.RunVars;
import jplay.vault.Vault;

/**
 * A folder with {@code site.yml}, {@code hosts.ini}, perhaps {@code arguments}, and what a run of
 * it is to tell; each host by itself when there is a file {@code by_host}.
 */
record PlaybookCase(Path folder) {
    static final ModuleCatalog MODULES =
            new ModuleCatalog() {
                private final Map<String, ArgsSpec<?>> all =
                        Map.of(
                                "command", ArgsSpec.of(FakeCommand.class),
                                "look", ArgsSpec.of(FakeLook.class));

                @Override
                public Optional<ArgsSpec<?>> find(String name) {
                    return Optional.ofNullable(all.get(name.replace("ansible.builtin.", "")));
                }

                @Override
                public Collection<String> names() {
                    return List.of("ansible.builtin.command", "ansible.builtin.look");
                }
            };

    private static final Map<Setting, String> SETTINGS =
            Map.of(Setting.GATHERING, "explicit", Setting.ALLOW_BROKEN_CONDITIONALS, "false");

    private static final Terminal SILENT =
            new Terminal() {
                @Override
                public void say(String text) {}

                @Override
                public Optional<String> ask(String prompt, boolean echo, Optional<Duration> limit) {
                    return Optional.empty();
                }
            };

    String expected() throws IOException {
        return shown(Files.readString(folder.resolve("expected")));
    }

    /** What a run tells, and the exit status that it stands for. */
    String actual(FakeReach reach) throws IOException {
        var problems = new Problems();
        var surroundings = new Surroundings(folder, folder, folder, Map.of());
        var settings = new SettingsReader(surroundings, problems).read(SETTINGS);
        var inventory =
                Inventories.load(
                        List.of(folder.resolve("hosts.ini").toString()), settings, _ -> {});
        var options = options(surroundings, problems);
        var loader = loader(options, settings);
        var log = new EventLog();
        var parts =
                new RunParts(
                        settings,
                        inventory,
                        MODULES,
                        loader,
                        JinjaTemplar.of(settings, new Actions().with(MODULES), _ -> {}),
                        log,
                        SILENT);
        var playbook = loader.load(folder.resolve("site.yml"));
        var end = new PlaybookRun(parts, options, () -> reach).run(playbook);
        problems.throwIfAny();
        return shown(log.text() + "exit " + (end.unreachable() ? 4 : end.failed() ? 2 : 0) + "\n");
    }

    private String shown(String text) {
        return Files.exists(folder.resolve("by_host")) ? ByHost.of(text) : text;
    }

    private static PlaybookLoader loader(RunOptions options, Settings settings) {
        var all = new Actions().with(MODULES);
        return new PlaybookLoader(
                new LoadOptions(
                        List.of(),
                        List.of(),
                        options.extraVars(),
                        Vault.NONE,
                        all,
                        settings.is(Setting.ERROR_ON_MISSING_HANDLER)));
    }

    private RunOptions options(Surroundings surroundings, Problems problems) throws IOException {
        var file = folder.resolve("arguments");
        var words =
                Files.exists(file)
                        ? List.of(Files.readString(file).strip().split("\\s+"))
                        : List.<String>of();
        return new RunOptions(
                new RunVars.Options(
                        "2.19.14",
                        "",
                        words.contains("--check"),
                        false,
                        5,
                        0,
                        Optional.empty(),
                        List.of(),
                        List.of()),
                new TagSelection(
                        Set.copyOf(after("--tags", words)),
                        Set.copyOf(after("--skip-tags", words))),
                after("--start-at-task", words).stream().findFirst(),
                after("--limit", words).stream()
                        .findFirst()
                        .map(text -> HostPattern.limit(text, folder)),
                ExtraVars.parse(after("-e", words), Settings.defaults(surroundings), problems),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private static List<String> after(String option, List<String> words) {
        var at = words.indexOf(option);
        return at < 0 ? List.of() : List.of(words.get(at + 1).split(","));
    }
}
