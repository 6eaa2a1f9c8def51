package jplay.modules.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jplay.module.Arg;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Report;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.type.RemotePath;
import org.jspecify.annotations.Nullable;

/** Tells what is known of a path. */
@Named(
        value = "ansible.builtin.stat",
        summary = "Tells whether a path exists and all that is known of it.")
public record Stat(
        @Arg(
                        value = "The path.",
                        aliases = {"dest", "name"})
                RemotePath path,
        @Arg(value = "Look at what a link points at.", orElse = "no") boolean follow,
        @Arg(value = "Whether to tell a checksum.", orElse = "yes") boolean getChecksum,
        @Arg(
                        value = "Kind of checksum.",
                        orElse = "sha1",
                        aliases = {"checksum", "checksum_algo"})
                Algorithm checksumAlgorithm,
        @Arg(
                        value = "Whether to tell the MIME type.",
                        orElse = "yes",
                        aliases = {"mime", "mime_type", "mime-type"})
                boolean getMime,
        @Arg(
                        value = "Whether to tell flags, where the host has lsattr.",
                        orElse = "yes",
                        aliases = {"attr", "attributes"})
                boolean getAttributes)
        implements Module {
    private static final Script SCRIPT = Script.beside(Stat.class, "stat");
    private static final List<String> COLUMNS =
            List.of(
                    "mode",
                    "uid",
                    "gid",
                    "size",
                    "pw_name",
                    "gr_name",
                    "atime",
                    "mtime",
                    "ctime",
                    "inode",
                    "dev",
                    "nlink",
                    "blocks",
                    "block_size",
                    "major",
                    "minor",
                    "raw",
                    "kind");

    /** Kinds of checksums. */
    public enum Algorithm {
        MD5,
        SHA1,
        SHA224,
        SHA256,
        SHA384,
        SHA512
    }

    @Override
    public Plan plan(Remote remote) {
        var tool =
                getChecksum
                        ? checksumAlgorithm.name().toLowerCase(java.util.Locale.ROOT) + "sum"
                        : "";
        return Plan.guarded(
                SCRIPT,
                List.of(
                        path.text(),
                        follow ? "1" : "0",
                        tool,
                        getMime ? "1" : "0",
                        getAttributes ? "1" : "0"),
                Stat::read);
    }

    private static Result read(Report report) {
        var stat = new LinkedHashMap<String, @Nullable Object>();
        var exists = report.said("exists").equals("1");
        stat.put("exists", exists);
        if (exists) {
            describe(report, stat);
        }
        return Result.of().with("stat", stat);
    }

    private static void describe(Report report, Map<String, @Nullable Object> stat) {
        var values = List.of(report.said("line").split("\\|", COLUMNS.size()));
        stat.put("path", report.said("path"));
        stat.put("mode", "0".repeat(Math.max(0, 4 - values.get(0).length())) + values.get(0));
        kind(Integer.parseInt(values.get(COLUMNS.indexOf("raw")), 16), stat);
        stat.put("device_type", device(values));
        for (var name :
                List.of("uid", "gid", "size", "inode", "dev", "nlink", "blocks", "block_size")) {
            stat.put(name, Long.valueOf(values.get(COLUMNS.indexOf(name))));
        }
        for (var name : List.of("atime", "mtime", "ctime")) {
            stat.put(name, Double.valueOf(values.get(COLUMNS.indexOf(name))));
        }
        name("pw_name", values, stat);
        name("gr_name", values, stat);
        access(report, stat);
        if (report.has("mime")) {
            mime(report.said("mime"), stat);
        }
        if (report.has("flags")) {
            FileFlags.of(report.said("flags")).tell(stat);
        }
    }

    private static void access(Report report, Map<String, @Nullable Object> stat) {
        for (var name : List.of("readable", "writeable", "executable")) {
            stat.put(name, report.has(name));
        }
        if (report.has("target")) {
            stat.put("lnk_target", report.said("target"));
            stat.put("lnk_source", report.said("source"));
        }
        if (report.has("checksum")) {
            stat.put("checksum", report.said("checksum"));
        }
    }

    private static void name(String name, List<String> values, Map<String, @Nullable Object> stat) {
        var value = values.get(COLUMNS.indexOf(name));
        if (!value.equals("UNKNOWN")) {
            stat.put(name, value);
        }
    }

    private static void mime(String told, Map<String, @Nullable Object> stat) {
        var mime = told.split("; charset=", 2);
        stat.put("mimetype", mime[0].isEmpty() ? "unknown" : mime[0]);
        stat.put("charset", mime.length > 1 ? mime[1] : "unknown");
    }

    /** A device's number as the kernel packs it. */
    private static long device(List<String> values) {
        var major = Long.parseLong(values.get(COLUMNS.indexOf("major")), 16);
        var minor = Long.parseLong(values.get(COLUMNS.indexOf("minor")), 16);
        return (minor & 0xff) | ((major & 0xfff) << 8) | ((minor & ~0xffL) << 12);
    }

    private static void kind(int bits, Map<String, @Nullable Object> stat) {
        var type = bits >> 12;
        stat.put("isdir", type == 4);
        stat.put("isreg", type == 8);
        stat.put("islnk", type == 10);
        stat.put("isblk", type == 6);
        stat.put("ischr", type == 2);
        stat.put("isfifo", type == 1);
        stat.put("issock", type == 12);
        stat.put("isuid", (bits & 04000) != 0);
        stat.put("isgid", (bits & 02000) != 0);
        var names = List.of("rusr", "wusr", "xusr", "rgrp", "wgrp", "xgrp", "roth", "woth", "xoth");
        for (var i = 0; i < names.size(); i++) {
            stat.put(names.get(i), (bits & 0400 >> i) != 0);
        }
    }
}
