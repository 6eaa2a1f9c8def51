package jplay.playbook.load;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jplay.diagnostic.Spelling;
import jplay.playbook.Task;
import jplay.value.TemplateString;

/** Finds notifications that no handler answers to. */
final class HandlerCheck {
    private HandlerCheck() {}

    /** Reports them, unless includes or templates may still bring the handler. */
    static void check(LoadOptions options, PlayScope play, List<Task> handlers) {
        var open =
                handlers.stream()
                        .anyMatch(handler ->
                                handler.name() instanceof TemplateString
                                        || handler.listen().stream()
                                                .anyMatch(TemplateString.class::isInstance));
        if (open || play.dynamic() || !options.needsHandlers()) {
            return;
        }
        var names = names(handlers);
        for (var notification : play.notifications()) {
            var name = notification.handler();
            if (!names.contains(name)) {
                notification
                        .findings()
                        .error(
                                notification.node(),
                                "no handler '" + name + "'" + Spelling.didYouMean(name, names));
            }
        }
    }

    private static Set<String> names(List<Task> handlers) {
        var names = new HashSet<String>();
        for (var handler : handlers) {
            if (handler.name() != null) {
                names.add(handler.name().toString());
                handler.role().ifPresent(role -> names.add(role.name() + " : " + handler.name()));
            }
            handler.listen().forEach(topic -> names.add(String.valueOf(topic)));
        }
        return names;
    }
}
