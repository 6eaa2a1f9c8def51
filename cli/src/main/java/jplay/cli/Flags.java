package jplay.cli;

import java.util.EnumMap;
import java.util.Map;
import jplay.config.Setting;

/** Options of the command line that are settings as well; they win over files and environment. */
final class Flags {
    private Flags() {}

    static Map<Setting, String> of(PlaybookOptions options) {
        var flags = new EnumMap<Setting, String>(Setting.class);
        options.forks.ifPresent(forks -> flags.put(Setting.FORKS, String.valueOf(forks)));
        options.connecting.user.ifPresent(user -> flags.put(Setting.REMOTE_USER, user));
        options.connecting.kind.ifPresent(kind -> flags.put(Setting.TRANSPORT, kind));
        options.connecting.timeout.ifPresent(
                seconds -> flags.put(Setting.TIMEOUT, String.valueOf(seconds)));
        options.connecting.privateKey.ifPresent(
                file -> flags.put(Setting.PRIVATE_KEY_FILE, file.toString()));
        options.connecting.commonArguments.ifPresent(
                words -> flags.put(Setting.SSH_COMMON_ARGS, words));
        options.connecting.extraArguments.ifPresent(
                words -> flags.put(Setting.SSH_EXTRA_ARGS, words));
        options.becoming.method.ifPresent(method -> flags.put(Setting.BECOME_METHOD, method));
        options.becoming.user.ifPresent(user -> flags.put(Setting.BECOME_USER, user));
        if (options.becoming.become) {
            flags.put(Setting.BECOME, "true");
        }
        if (options.forceHandlers) {
            flags.put(Setting.FORCE_HANDLERS, "true");
        }
        return flags;
    }
}
