package jplay.modules.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** Makes, changes or removes users. */
@Named(value = "ansible.builtin.user", summary = "Makes, changes or removes a user of the host.")
public record User(
        @Arg(value = "The user.", aliases = "user") String name,
        @Arg(value = "Whether it should exist.", orElse = "present") State state,
        @Arg("Number.") Optional<Long> uid,
        @Arg("Main group, by name or number.") Optional<String> group,
        @Arg("Further groups; an empty list takes the user out of all.")
                Optional<List<String>> groups,
        @Arg(value = "Add the groups to those there are.", orElse = "no") boolean append,
        @Arg("Full name or other remark.") Optional<String> comment,
        @Arg("Home folder.") Optional<String> home,
        @Arg(value = "Make the home folder.", orElse = "yes", aliases = "createhome")
                boolean createHome,
        @Arg(value = "Move the home folder when it is to be another.", orElse = "no")
                boolean moveHome,
        @Arg("Login shell.") Optional<String> shell,
        @Arg("Hash of the password.") Optional<Secret> password,
        @Arg(value = "When to set the password.", orElse = "always") Update updatePassword,
        @Arg("Whether logging in by password is forbidden.") Optional<Boolean> passwordLock,
        @Arg(value = "Whether it is a user of the system.", orElse = "no") boolean system,
        @Arg(value = "Remove the home folder with the user.", orElse = "no") boolean remove,
        @Arg(value = "Remove a user who is logged in.", orElse = "no") boolean force,
        @Arg(value = "Allow a number that is taken.", orElse = "no") boolean nonUnique,
        @Arg("When the user expires, in seconds since 1970; negative for never.")
                Optional<Double> expires,
        @Arg("Folder whose content a new home gets.") Optional<String> skeleton,
        @Arg("Umask for a new home.") Optional<String> umask,
        @Arg(value = "Accepted; users are always made on the host itself.", orElse = "no")
                boolean local)
        implements Module {
    private static final Script SCRIPT = Script.beside(User.class, "user");
    private static final long DAY = 86400;

    /** Whether it should exist. */
    public enum State {
        ABSENT,
        PRESENT
    }

    /** When a password is set. */
    public enum Update {
        ALWAYS,
        ON_CREATE
    }

    @Override
    public Plan plan(Remote remote) {
        var wishes =
                new ArrayList<>(
                        List.of(
                                "USER_NAME=" + name,
                                "USER_STATE=" + state.name().toLowerCase(Locale.ROOT),
                                "USER_UID=" + uid.map(String::valueOf).orElse(""),
                                "USER_GROUP=" + group.orElse(""),
                                "USER_APPEND=" + (append ? "1" : "0"),
                                "USER_HOME=" + home.orElse(""),
                                "USER_SHELL=" + shell.orElse(""),
                                "USER_MAKE=" + (createHome ? "1" : "0"),
                                "USER_MOVE=" + (moveHome ? "1" : "0"),
                                "USER_SYSTEM=" + (system ? "1" : "0"),
                                "USER_UNIQUE=" + (nonUnique ? "1" : "0"),
                                "USER_REMOVE=" + (remove ? "1" : "0"),
                                "USER_FORCE=" + (force ? "1" : "0"),
                                "USER_UPDATE=" + updatePassword.name().toLowerCase(Locale.ROOT),
                                "USER_LOCK=" + Systemd.flag(passwordLock),
                                "USER_EXPIRES=" + expires.map(User::days).orElse(""),
                                "USER_SKELETON=" + skeleton.orElse(""),
                                "USER_UMASK=" + umask.orElse("")));
        groups.ifPresent(names -> wishes.add("USER_GROUPS=" + String.join(",", names)));
        comment.ifPresent(text -> wishes.add("USER_COMMENT=" + text));
        password.ifPresent(hash -> wishes.add("USER_PASSWORD=" + hash.reveal()));
        return Plan.guarded(SCRIPT, wishes, this::read);
    }

    private static String days(double seconds) {
        return seconds < 0 ? "-1" : String.valueOf((long) seconds / DAY);
    }

    private Result read(Report report) {
        var result =
                Result.of().with("name", name).with("state", state.name().toLowerCase(Locale.ROOT));
        if (state == State.ABSENT) {
            return result.with("remove", remove).with("force", force);
        }
        for (var number : List.of("uid", "gid")) {
            if (report.has(number)) {
                var key = number.equals("gid") ? "group" : number;
                result = result.with(key, report.number(number));
            }
        }
        for (var text : List.of("comment", "home", "shell")) {
            if (report.has(text)) {
                result = result.with(text, report.said(text));
            }
        }
        if (groups.isPresent()) {
            result = result.with("groups", String.join(",", groups.get())).with("append", append);
        }
        return result.with("create_home", createHome)
                .with("system", system)
                .with("move_home", moveHome);
    }
}
