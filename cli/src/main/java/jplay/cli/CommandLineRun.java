package jplay.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import jplay.console.DiagnosticText;
import jplay.console.Screen;
import jplay.diagnostic.PlaybookException;
import picocli.CommandLine;

/**
 * One command line: read, carried out, its outcome as an exit code. The only place where exceptions
 * end.
 */
final class CommandLineRun {
    private final PrintStream out;
    private final PrintStream errors;

    CommandLineRun(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    ExitCode run(List<String> arguments) {
        var options = new PlaybookOptions();
        // @file means other things to --limit and -e than more words of the command line
        var line =
                new CommandLine(options)
                        .setPosixClusteredShortOptionsAllowed(true)
                        .setOverwrittenOptionsAllowed(true)
                        .setExpandAtFiles(false);
        try {
            var words = new Abbreviations(line.getCommandSpec()).expand(arguments);
            line.parseArgs(words.toArray(String[]::new));
        } catch (CommandLine.ParameterException e) {
            return misused(e.getMessage());
        }
        if (options.help) {
            line.usage(out);
            return ExitCode.OK;
        }
        if (options.version) {
            out.println(Main.version());
            return ExitCode.OK;
        }
        var misuse = options.misuse();
        return misuse.isPresent() ? misused(misuse.get()) : guarded(options);
    }

    private ExitCode misused(String message) {
        errors.println("jplay: " + message);
        errors.println("Try 'jplay --help'.");
        return ExitCode.FAILED;
    }

    private ExitCode guarded(PlaybookOptions options) {
        try {
            return new PlaybookCommand(options, out, errors).run();
        } catch (PlaybookException e) {
            var screen = new Screen(out, errors, Screen.PLAIN_WIDTH, false, Optional.empty());
            new DiagnosticText().print(e.warnings(), screen);
            new DiagnosticText().print(e.diagnostics(), screen);
            var count = e.diagnostics().size();
            if (count > 1) {
                errors.println(count + " mistakes found; nothing was run.");
            }
            return ExitCode.UNREACHABLE_OR_WRONG_PLAYBOOK;
        } catch (StartException e) {
            errors.println("[ERROR]: " + e.getMessage());
            return e.code();
        } catch (RuntimeException e) {
            return defect(e);
        }
    }

    private ExitCode defect(RuntimeException thrown) {
        var trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        errors.println(
                "[ERROR]: Unexpected: this is a defect of jplay, not of your playbook; please report it with"
                        + " what follows.");
        errors.println(trace);
        return ExitCode.UNEXPECTED;
    }
}
