package jplay.modules.etcd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jplay.module.Arg;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Report;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.type.RemotePath;

/** Looks at the place of a member before anything is done there. */
@Named(
        value = "jplay.etcd.member_info",
        summary =
                "Tells what is where a member of an etcd cluster is or is to be: data,"
                        + " configuration, ports, free space. Changes nothing.")
public record MemberInfo(
        @Arg("The member's data folder.") RemotePath dataDir,
        @Arg("The member's configuration file.") RemotePath config,
        @Arg("The file that tells that the member has once been part of its cluster.")
                RemotePath joined,
        @Arg("The pid file, where the member is a process in the background.")
                Optional<RemotePath> pidFile,
        @Arg("The unit, where the member is a service of systemd.") Optional<String> unit,
        @Arg("TCP ports to look at.") List<Integer> ports)
        implements Module {
    private static final Script SCRIPT = Script.beside(MemberInfo.class, "member_info");
    private static final Pattern NAME = Pattern.compile("(?m)^name: *\"?([^\"\\n]*)\"?$");
    private static final Pattern TOKEN =
            Pattern.compile("(?m)^initial-cluster-token: *\"?([^\"\\n]*)\"?$");
    private static final Pattern VERSION = Pattern.compile("(?m)^version: *(\\S+)$");

    @Override
    public Plan plan(Remote remote) {
        var words = new ArrayList<String>(List.of(dataDir.text(), config.text(), joined.text()));
        words.add(pidFile.map(RemotePath::text).orElse(""));
        words.add(unit.orElse(""));
        ports.forEach(port -> words.add(String.valueOf(port)));
        return Plan.guarded(SCRIPT, words, this::result);
    }

    private Result result(Report report) {
        var used = new LinkedHashMap<String, String>();
        for (var port : ports) {
            if (report.has("port_" + port)) {
                used.put(String.valueOf(port), report.said("port_" + port));
            }
        }
        return Result.of()
                .with("data", report.said("data"))
                .with("entries", report.said("entries").strip())
                .with("config", report.has("config"))
                .with("name", first(NAME, report.said("config")))
                .with("token", first(TOKEN, report.said("config")))
                .with("joined", report.has("joined"))
                .with("version", first(VERSION, report.said("joined")))
                .with("running", report.said("running").equals("yes"))
                .with("unit", report.has("unit") ? report.said("unit") : "absent")
                .with("started_from", report.said("started_from"))
                .with("used_ports", used)
                .with("free_mib", report.number("free") / 1024);
    }

    private static String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }
}
