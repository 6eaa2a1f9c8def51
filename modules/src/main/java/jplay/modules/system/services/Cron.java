package jplay.modules.system.services;

import java.util.List;
import java.util.Optional;
import jplay.module.Arg;
import jplay.module.ArgGroup;
import jplay.module.Command;
import jplay.module.Constraint;
import jplay.module.Diff;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Report;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.TaskFailure;
import jplay.module.type.Payload;
import jplay.module.type.RemotePath;
import jplay.modules.files.text.HostText;
import jplay.modules.files.text.TextEdit;
import jplay.modules.system.Presence;
import jplay.modules.system.Settings;

/** Adds a job or a variable to a crontab, or removes it. */
@Named(
        value = "ansible.builtin.cron",
        summary = "Adds a job or a variable to a crontab or a file of /etc/cron.d, or removes it.")
@Constraint(
        value = Constraint.Kind.MUTUALLY_EXCLUSIVE,
        arguments = {"insertafter", "insertbefore"})
public record Cron(
        @Arg("What the job is called in the line above it; or the variable.") String name,
        @Arg(
                        value =
                                "The command; or the variable's value. Wanted unless it is removed.",
                        aliases = "value")
                Optional<String> job,
        @Arg(value = "Whether it should be there.", orElse = "present") Presence state,
        @Arg(value = "Whether it is about a variable.", orElse = "no") boolean env,
        @Arg(
                        "The account whose crontab it is, the one that runs the task unless given; and the one that runs a job of a file.")
                Optional<String> user,
        @Arg("A file instead of an account's crontab; in /etc/cron.d unless the path is whole.")
                Optional<RemotePath> cronFile,
        @ArgGroup CronTime time,
        @Arg(value = "Write the job as a comment.", orElse = "no") boolean disabled,
        @Arg("The variable behind which a new one goes.") Optional<String> insertafter,
        @Arg("The variable before which a new one goes.") Optional<String> insertbefore,
        @Arg(value = "Keep a copy of the old crontab.", orElse = "no") boolean backup)
        implements Module {
    private static final Script SCRIPT =
            Script.beside(Cron.class, "cron", TextEdit.SCRIPT, Settings.SCRIPT);

    @Override
    public Plan plan(Remote remote) {
        wrong().ifPresent(message -> {
            throw new TaskFailure(message);
        });
        var told = remote.look(Command.call(SCRIPT, "cron_see", file(), user.orElse("")));
        return planned(new HostText(told, told.output()));
    }

    private Optional<String> wrong() {
        if (env && name.matches("(?s).*\\s.*")) {
            return Optional.of("Invalid name for environment variable");
        }
        if (state == Presence.ABSENT) {
            return Optional.empty();
        }
        if (time.twice()) {
            return Optional.of(
                    "You cannot combine special_time with any of the time or day/date parameters.");
        }
        if (cronFile.isPresent() && user.isEmpty()) {
            return Optional.of("To use cron_file=... parameter you must specify user=... as well");
        }
        if (job.isEmpty()) {
            return Optional.of("You must specify 'job' to install a new cron job or variable");
        }
        return !env && (insertafter.isPresent() || insertbefore.isPresent())
                ? Optional.of("Insertafter and insertbefore parameters are valid only with env=yes")
                : Optional.empty();
    }

    /** The file's whole path; empty for a crontab. */
    private String file() {
        return cronFile.map(RemotePath::text)
                .map(path ->
                        path.startsWith("/") || path.startsWith("~") || path.startsWith("$")
                                ? path
                                : "/etc/cron.d/" + path)
                .orElse("");
    }

    private Plan planned(HostText old) {
        if (cronFile.isPresent() && !old.housed() && state == Presence.PRESENT) {
            throw new TaskFailure("%s: its folder is not there".formatted(old.path()));
        }
        var table = new Crontab(old.latin());
        if (env) {
            variable(table);
        } else if (state == Presence.PRESENT) {
            table.putJob(HostText.latin(name), HostText.latin(line()));
        } else {
            table.removeJob(HostText.latin(name));
        }
        return table.text().equals(table.before())
                ? new Plan.Unchanged(told(table))
                : changed(old, table);
    }

    private void variable(Crontab table) {
        if (state == Presence.ABSENT) {
            table.removeVariable(HostText.latin(name));
            return;
        }
        var place = new Crontab.Place(insertafter.or(() -> insertbefore), insertafter.isPresent());
        table.putVariable(HostText.latin(name), HostText.latin(job.orElse("")), place);
    }

    private String line() {
        var words = job.orElse("").replaceFirst("[\r\n]+$", "");
        var account = cronFile.isPresent() ? " " + user.orElse("") : "";
        return (disabled ? "#" : "") + time.text() + account + " " + words;
    }

    private Plan changed(HostText old, Crontab table) {
        var removed = cronFile.isPresent() && table.text().isEmpty();
        var header =
                cronFile.isPresent()
                        ? old.path()
                        : user.map("crontab for user \"%s\""::formatted).orElse("crontab");
        var diff =
                new Diff(
                        header,
                        utf8(table.before()),
                        removed ? "/dev/null" : header,
                        utf8(table.text()));
        var result = removed ? removed() : told(table);
        var words =
                List.of(
                        cronFile.isPresent() ? old.path() : "",
                        user.orElse(""),
                        Settings.flag(backup),
                        Settings.flag(removed),
                        old.exists() ? "" : "0644");
        return Plan.guarded(SCRIPT, words, report -> read(result.diff(diff), report))
                .with(Payload.of(HostText.bytes(table.text())));
    }

    private static Result read(Result result, Report report) {
        return report.has("backup_file")
                ? result.with("backup_file", report.said("backup_file"))
                : result;
    }

    private Result removed() {
        return Result.of().with("cron_file", cronFile.orElseThrow().text()).with("state", "absent");
    }

    private Result told(Crontab table) {
        var result =
                Result.of()
                        .with("jobs", table.jobs().stream().map(Cron::utf8).toList())
                        .with("envs", table.variables().stream().map(Cron::utf8).toList());
        return cronFile.map(file -> result.with("cron_file", file.text())).orElse(result);
    }

    private static String utf8(String latin) {
        return new String(HostText.bytes(latin), java.nio.charset.StandardCharsets.UTF_8);
    }
}
