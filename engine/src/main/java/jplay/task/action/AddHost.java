package jplay.task.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jplay.module.Arg;
import jplay.module.Named;
import jplay.module.Result;
import jplay.task.Action;
import jplay.task.ActionContext;
import jplay.task.ActionResult;
import jplay.task.Effect;
import org.jspecify.annotations.Nullable;

/** Adds a host to the inventory for the rest of the run. */
@Named(
        value = "ansible.builtin.add_host",
        summary = "Adds a host to the inventory for the rest of the run.")
public record AddHost(
        @Arg(
                        value = "The host; host:port sets its port too.",
                        aliases = {"hostname", "host"})
                String name,
        @Arg(
                        value = "Groups it joins.",
                        aliases = {"group", "groupname"})
                List<String> groups,
        @Arg(value = "Its variables, by name.", rest = true) Map<String, @Nullable Object> vars)
        implements Action {
    private static final Pattern PORTED =
            Pattern.compile("(?:\\[([^\\]]+)]|([^:\\[\\]]+)):(\\d{1,5})");

    @Override
    public ActionResult act(ActionContext context) {
        var all = new LinkedHashMap<>(vars);
        var host = name;
        var ported = PORTED.matcher(name);
        if (ported.matches()) {
            host = ported.group(1) == null ? ported.group(2) : ported.group(1);
            all.put("ansible_ssh_port", Long.valueOf(ported.group(3)));
        }
        var clean =
                groups.stream()
                        .map(String::strip)
                        .filter(group -> !group.isEmpty())
                        .distinct()
                        .toList();
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("host_name", host);
        shown.put("groups", clean);
        shown.put("host_vars", all);
        return ActionResult.of(
                Result.of().changed(true).with("add_host", shown),
                new Effect.AddHost(host, clean, all));
    }
}
