package jplay.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jplay.callback.Callback;
import jplay.config.Setting;
import jplay.config.Settings;
import jplay.config.SettingsReader;
import jplay.config.Surroundings;
import jplay.console.HumanOptions;
import jplay.console.HumanOutput;
import jplay.console.PlaybookListing;
import jplay.console.Screen;
import jplay.diagnostic.PlaybookException;
import jplay.diagnostic.Problems;
import jplay.inventory.Host;
import jplay.inventory.HostPattern;
import jplay.inventory.Inventories;
import jplay.inventory.Inventory;
import jplay.modules.Builtins;
import jplay.play.TagSelection;
import jplay.playbook.Play;
import jplay.playbook.Playbook;
import jplay.playbook.load.LoadOptions;
import jplay.playbook.load.PlaybookLoader;
import jplay.run.PlaybookRun;
import jplay.run.RunEnd;
import jplay.run.RunOptions;
import jplay.run.RunParts;
import jplay.task.action.Actions;
import jplay.template.JinjaTemplar;
import jplay.vars.ExtraVars;
import jplay.vars.FactFiles;
import jplay.vars.RunVars;
import org.jspecify.annotations.Nullable;

/** {@code jplay PLAYBOOK}: from options to a run and its exit code. */
final class PlaybookCommand {
    private final PlaybookOptions options;
    private final Surroundings surroundings = Surroundings.ofProcess();
    private final Settings settings;
    private final Screen screen;
    private final HumanOutput output;
    private final Callback callback;
    private final Map<String, @Nullable Object> extraVars;

    PlaybookCommand(PlaybookOptions options, PrintStream out, PrintStream errors) {
        this.options = options;
        var problems = new Problems();
        var plain = new SettingsReader(surroundings, problems).read(Flags.of(options));
        var screens = ScreenSettings.of(plain, out, errors);
        screen = screens.screen();
        output =
                new HumanOutput(
                        screen,
                        HumanOptions.of(
                                plain,
                                Math.max(options.verbose.length, plain.number(Setting.VERBOSITY)),
                                options.check));
        var passwords = new VaultPasswords(plain, new StandardTerminal(screen), output::warned);
        settings = plain.with(passwords.vault(options.vault));
        options.extraVars.forEach(this::checkFile);
        extraVars = ExtraVars.parse(options.extraVars, settings, problems);
        problems.throwIfAny();
        problems.warnings().forEach(output::warned);
        callback = RunOutput.with(RunOutput.of(settings, screen, output), screens.status());
    }

    private void checkFile(String vars) {
        if (vars.startsWith("/") || vars.startsWith("./")) {
            throw new StartException(
                    ExitCode.BAD_OPTIONS,
                    "Please prepend extra_vars filename '%s' with '@'".formatted(vars));
        }
        var file =
                surroundings.resolve(
                        vars.substring(Math.min(1, vars.length())), surroundings.folder());
        if (vars.startsWith("@") && !Files.exists(file)) {
            throw new StartException(ExitCode.ERROR, "there is no file '%s'".formatted(file));
        }
    }

    private int verbosity() {
        return Math.max(options.verbose.length, settings.number(Setting.VERBOSITY));
    }

    ExitCode run() {
        if (verbosity() > 0) {
            screen.line(
                    settings.configFile()
                            .map(file -> "Using " + file + " as config file")
                            .orElse("No config file found; using defaults"));
        }
        var loader = loader();
        var playbooks = options.playbooks.stream().map(name -> loader.load(file(name))).toList();
        var inventory = inventory();
        checkLimit(inventory);
        if (options.syntaxCheck) {
            options.playbooks.forEach(name -> screen.line("\nplaybook: " + name));
            return ExitCode.OK;
        }
        if (options.listHosts || options.listTasks || options.listTags) {
            list(playbooks, inventory);
            return ExitCode.OK;
        }
        if (options.flushCache) {
            var facts = FactFiles.of(settings, output::warned);
            inventory.hosts().forEach(host -> facts.forget(host.name()));
        }
        return run(playbooks, loader, inventory);
    }

    private ExitCode run(List<Playbook> playbooks, PlaybookLoader loader, Inventory inventory) {
        var code = ExitCode.OK;
        var runOptions = runOptions();
        var run = new PlaybookRun(parts(loader, inventory), runOptions);
        for (var playbook : playbooks) {
            code = code(run.run(playbook));
            if (code != ExitCode.OK) {
                break;
            }
        }
        return code;
    }

    private RunParts parts(PlaybookLoader loader, Inventory inventory) {
        return new RunParts(
                settings,
                inventory,
                new Builtins(),
                loader,
                JinjaTemplar.of(settings, new Actions().with(new Builtins()), output::warned),
                callback,
                new StandardTerminal(screen));
    }

    private ExitCode code(RunEnd end) {
        if (end.interrupted()) {
            screen.errorLine("[ERROR]: User interrupted execution", Screen.Colour.RED);
            return ExitCode.INTERRUPTED;
        }
        if (end.unreachable()) {
            return ExitCode.UNREACHABLE_OR_WRONG_PLAYBOOK;
        }
        return end.failed() ? ExitCode.FAILED : ExitCode.OK;
    }

    private PlaybookLoader loader() {
        var roles = new LinkedHashSet<>(settings.paths(Setting.ROLES_PATH));
        home().ifPresent(home -> roles.add(home.resolve("roles")));
        return new PlaybookLoader(
                new LoadOptions(
                        List.copyOf(roles),
                        settings.paths(Setting.COLLECTIONS_PATH),
                        extraVars,
                        settings.vault(),
                        new Actions().with(new Builtins()),
                        settings.is(Setting.ERROR_ON_MISSING_HANDLER)));
    }

    /** The checkout or installation that jplay runs from; it brings playbooks and roles. */
    private static Optional<Path> home() {
        return Optional.ofNullable(System.getProperty("jplay.home")).map(Path::of);
    }

    private Path file(String name) {
        var candidates = new ArrayList<>(List.of(Path.of(name), Path.of("playbooks", name)));
        home().ifPresent(home -> candidates.add(home.resolve("playbooks").resolve(name)));
        return candidates.stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .map(found -> found.toAbsolutePath().normalize())
                .orElseThrow(() ->
                        new StartException(
                                ExitCode.ERROR,
                                "the playbook '%s' could not be found, neither here nor in playbooks/"
                                        .formatted(name)));
    }

    private Inventory inventory() {
        var sources =
                options.inventories.isEmpty() ? settings.inventorySources() : options.inventories;
        return Inventories.load(sources, settings, output::warned);
    }

    private Optional<HostPattern> limit() {
        try {
            return options.limit
                    .filter(text -> !text.isBlank())
                    .map(text -> HostPattern.limit(text, surroundings.folder()));
        } catch (PlaybookException e) {
            throw new StartException(ExitCode.ERROR, e.diagnostics().getFirst().message());
        }
    }

    private void checkLimit(Inventory inventory) {
        var all = HostPattern.parse("all");
        if (limit().filter(some -> all.select(inventory, some, output::warned).isEmpty())
                        .isPresent()
                && !inventory.hosts().isEmpty()) {
            throw new StartException(
                    ExitCode.ERROR,
                    "Specified inventory, host pattern and/or --limit leaves us with no hosts to target.");
        }
    }

    private RunOptions runOptions() {
        var passwords = new Passwords(settings, screen);
        var tags = words(options.tags, Setting.TAGS_RUN);
        var only = tags.isEmpty() ? List.of("all") : tags;
        var skip = words(options.skipTags, Setting.TAGS_SKIP);
        var told =
                new RunVars.Options(
                        RunVars.Options.NONE.version(),
                        RunVars.Options.NONE.python(),
                        options.check,
                        options.diff || settings.is(Setting.DIFF_ALWAYS),
                        settings.number(Setting.FORKS),
                        verbosity(),
                        options.limit,
                        only,
                        skip);
        var connectionPassword = passwords.connection(options.connecting);
        return new RunOptions(
                told,
                new TagSelection(new LinkedHashSet<>(only), new LinkedHashSet<>(skip)),
                options.startAtTask,
                limit(),
                extraVars,
                passwords.become(options.becoming, connectionPassword),
                connectionPassword,
                options.step);
    }

    private List<String> words(List<String> given, Setting setting) {
        var texts = given.isEmpty() ? settings.list(setting) : given;
        return texts.stream()
                .flatMap(text -> Stream.of(text.split(",", -1)))
                .map(String::strip)
                .filter(word -> !word.isEmpty() || !given.isEmpty())
                .toList();
    }

    private void list(List<Playbook> playbooks, Inventory inventory) {
        var selection = runOptions().tags();
        var all = options.listTags && selection.equals(TagSelection.ALL);
        var contents =
                new PlaybookListing.Contents(
                        options.listTasks,
                        options.listTags,
                        options.listHosts,
                        task ->
                                all
                                        || selection.selects(
                                                task.directives().tags().stream()
                                                        .map(String::valueOf)
                                                        .toList()),
                        play -> hosts(play, inventory));
        for (var i = 0; i < playbooks.size(); i++) {
            new PlaybookListing(screen, contents).print(options.playbooks.get(i), playbooks.get(i));
        }
    }

    private List<String> hosts(Play play, Inventory inventory) {
        var pattern = HostPattern.parse(play.hosts());
        var hosts =
                limit().isPresent()
                        ? pattern.select(inventory, limit().get(), output::warned)
                        : pattern.select(inventory, output::warned);
        return hosts.stream().map(Host::name).toList();
    }
}
