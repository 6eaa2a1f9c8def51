package jplay.modules.system.accounts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jplay.module.Arg;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Report;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.type.Secret;
import jplay.modules.system.Presence;
import jplay.modules.system.Settings;

/** Makes, changes or removes an account. */
@Named(value = "ansible.builtin.user", summary = "Makes, changes or removes an account.")
public record User(
        @Arg(value = "The account.", aliases = "user") String name,
        @Arg(value = "Whether it should be there.", orElse = "present") Presence state,
        @Arg("Its number.") Optional<Integer> uid,
        @Arg(value = "Whether the number may be that of another account.", orElse = "no")
                boolean nonUnique,
        @Arg("Its main group.") Optional<String> group,
        @Arg("Its other groups; an empty list takes it out of all.") Optional<List<String>> groups,
        @Arg(value = "Add the groups to those it is in.", orElse = "no") boolean append,
        @Arg("Who it is.") Optional<String> comment,
        @Arg("Its folder.") Optional<String> home,
        @Arg(value = "Make its folder.", orElse = "yes", aliases = "createhome") boolean createHome,
        @Arg(value = "Move its folder when `home` is another one.", orElse = "no") boolean moveHome,
        @Arg("Folder that a new folder is a copy of.") Optional<String> skeleton,
        @Arg("Mask of a new folder's mode.") Optional<String> umask,
        @Arg("Its shell.") Optional<String> shell,
        @Arg(value = "Whether a new one is the system's.", orElse = "no") boolean system,
        @Arg(
                        value =
                                "Remove it even when it is in use; make a key although there is one.",
                        orElse = "no")
                boolean force,
        @Arg(value = "Remove its folder with it.", orElse = "no") boolean remove,
        @Arg("Its password, hashed as in /etc/shadow.") Optional<Secret> password,
        @Arg(value = "When to set the password.", orElse = "always") Update updatePassword,
        @Arg("Whether its password does not work.") Optional<Boolean> passwordLock,
        @Arg("Days until the password must be changed.") Optional<Integer> passwordExpireMax,
        @Arg("Days until the password may be changed.") Optional<Integer> passwordExpireMin,
        @Arg("Days of warning before the password must be changed.")
                Optional<Integer> passwordExpireWarn,
        @Arg("Days from then until the account is closed.")
                Optional<Integer> passwordExpireAccountDisable,
        @Arg("When it ends, in seconds since 1970; negative is never.") Optional<Double> expires,
        @Arg(value = "Only look at the host's own accounts.", orElse = "no") boolean local,
        @Arg(value = "Make a key for SSH.", orElse = "no") boolean generateSshKey,
        @Arg(value = "Bits of the key; 0 is as ssh-keygen likes.", orElse = "0") int sshKeyBits,
        @Arg("Comment of the key.") Optional<String> sshKeyComment,
        @Arg("File of the key, from its folder on.") Optional<String> sshKeyFile,
        @Arg("Passphrase of the key.") Optional<Secret> sshKeyPassphrase,
        @Arg(value = "Kind of key.", orElse = "rsa") String sshKeyType,
        @Arg("SELinux user of a new account.") Optional<String> seuser,
        @Arg("Least number of a new account.") Optional<Integer> uidMin,
        @Arg("Greatest number of a new account.") Optional<Integer> uidMax,
        @Arg("macOS only; does nothing.") Optional<Boolean> hidden,
        @Arg("BSD only; does nothing.") Optional<String> loginClass,
        @Arg("Solaris only; does nothing.") Optional<String> authorization,
        @Arg("Solaris only; does nothing.") Optional<String> profile,
        @Arg("Solaris only; does nothing.") Optional<String> role)
        implements Module {
    private static final Script SCRIPT =
            Script.beside(User.class, "user", Settings.SCRIPT, Group.SCRIPT);
    private static final List<String> TOLD =
            List.of(
                    "comment",
                    "home",
                    "shell",
                    "ssh_key_file",
                    "ssh_fingerprint",
                    "ssh_public_key");
    private static final double DAY = 86_400;

    /** When to set a password. */
    public enum Update {
        ALWAYS,
        ON_CREATE
    }

    @Override
    public Plan plan(Remote remote) {
        if (local && uidMin.isPresent()) {
            return Plan.failed("'uid_min' can not be used with 'local'");
        }
        if (local && uidMax.isPresent()) {
            return Plan.failed("'uid_max' can not be used with 'local'");
        }
        if (local && umask.isPresent()) {
            return Plan.failed("'umask' can not be used with 'local'");
        }
        var settings =
                new Settings()
                        .put("name", name)
                        .put("state", Settings.word(state))
                        .put("local", local);
        account(settings);
        folder(settings);
        password(settings);
        key(settings);
        return Plan.guarded(SCRIPT, settings.words(), this::warned);
    }

    private void account(Settings settings) {
        settings.putGiven("uid", uid)
                .put("non_unique", nonUnique)
                .putGiven("group", group)
                .putGiven("groups", joined())
                .put("append", append)
                .putGiven("comment", comment)
                .put("system", system)
                .put("force", force)
                .put("remove", remove)
                .putGiven("shell", shell)
                .putGiven("seuser", seuser)
                .putGiven("uid_min", uidMin)
                .putGiven("uid_max", uidMax);
    }

    private Optional<String> joined() {
        return groups.map(names -> String.join(",", names));
    }

    private void folder(Settings settings) {
        settings.putGiven("home", home)
                .put("create_home", createHome)
                .put("move_home", moveHome)
                .putGiven("skeleton", skeleton)
                .putGiven("umask", umask);
    }

    private void password(Settings settings) {
        settings.putGiven("password", password.map(Secret::reveal))
                .put("update", Settings.word(updatePassword))
                .putGiven("lock", passwordLock)
                .putGiven("least", passwordExpireMin)
                .putGiven("most", passwordExpireMax)
                .putGiven("warn", passwordExpireWarn)
                .putGiven("disable", passwordExpireAccountDisable);
        expires.ifPresent(seconds -> {
            var day = (long) Math.floor(seconds / DAY);
            settings.put("expires", seconds < 0 ? "" : String.valueOf(day));
            settings.put("expires_day", seconds < 0 ? "" : LocalDate.ofEpochDay(day).toString());
        });
    }

    private void key(Settings settings) {
        settings.put("key", generateSshKey)
                .put("key_bits", String.valueOf(sshKeyBits))
                .put("key_type", sshKeyType)
                .put("key_file", sshKeyFile.orElse(".ssh/id_" + sshKeyType))
                .putGiven("key_comment", sshKeyComment)
                .putGiven("key_passphrase", sshKeyPassphrase.map(Secret::reveal));
    }

    private Result warned(Report report) {
        var result = read(report);
        if (password.filter(hash -> Hash.doubtful(hash.reveal())).isPresent()) {
            result = result.warn(Hash.WARNING);
        }
        if (append && groups.isEmpty()) {
            result =
                    result.warn(
                            "'append' is set, but no 'groups' are specified. Use 'groups' for appending new groups.This will change to an error in Ansible 2.14.");
        }
        var file = report.said("key_there");
        if (file.isEmpty()) {
            return result;
        }
        if (!force) {
            return result.warn(
                    "Found existing ssh key private file \"%s\", no force, so skipping ssh-keygen generation"
                            .formatted(file));
        }
        return result.warn("Overwriting existing ssh key private file \"%s\"".formatted(file))
                .warn("Overwriting existing ssh key public file \"%s.pub\"".formatted(file));
    }

    private Result read(Report report) {
        if (report.has("broken")) {
            return Result.failure(report.said("broken") + "\n")
                    .with("changed", false)
                    .with("name", name)
                    .with("rc", (long) report.status());
        }
        var result = Result.of().with("name", name).with("state", Settings.word(state));
        if (report.changeNeeded() && !report.applied() && !report.has("existed")) {
            // Nobody knows yet what it will be.
            return Result.of();
        }
        if (state == Presence.ABSENT) {
            return report.changeNeeded() ? removed(result, report) : result;
        }
        result =
                report.has("existed")
                        ? result.with("append", append).with("move_home", moveHome)
                        : result.with("create_home", createHome).with("system", system);
        result = told(result, report);
        if (joined().isPresent()) {
            result = result.with("groups", joined().get());
        }
        if (report.has("stderr")) {
            result = result.with("stderr", report.said("stderr") + "\n");
        }
        return password.isPresent() ? result.with("password", "NOT_LOGGING_PASSWORD") : result;
    }

    private static Result told(Result before, Report report) {
        var result = before;
        if (report.has("uid")) {
            result = result.with("uid", report.number("uid")).with("group", report.number("group"));
        }
        for (var each : TOLD) {
            result = report.has(each) ? result.with(each, report.said(each)) : result;
        }
        return result;
    }

    private Result removed(Result result, Report report) {
        var told = result.with("force", force).with("remove", remove);
        return report.has("stderr") ? told.with("stderr", report.said("stderr") + "\n") : told;
    }
}
