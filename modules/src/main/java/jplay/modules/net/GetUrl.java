package jplay.modules.net;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import jplay.module.Answer;
import jplay.module.Arg;
import jplay.module.Command;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.TaskFailure;
import jplay.module.type.Mode;
import jplay.module.type.RemotePath;
import jplay.module.type.Secret;
import jplay.modules.files.Attributes;
import org.jspecify.annotations.Nullable;

/** Fetches a file from a URL to the host. */
@Named(
        value = "ansible.builtin.get_url",
        summary = "Fetches a file over HTTP, HTTPS or FTP to the host.")
public record GetUrl(
        @Arg("The URL; a user and password in it are used.") String url,
        @Arg("File, or folder in which the file gets the name it has in the URL.") RemotePath dest,
        @Arg(value = "`algorithm:hex`, or `algorithm:URL` of a list of checksums.", orElse = "")
                String checksum,
        @Arg(value = "Fetch even when the file is there.", orElse = "no", aliases = "thirsty")
                boolean force,
        @Arg(value = "Keep a copy of a file that is replaced.", orElse = "no") boolean backup,
        @Arg(value = "Seconds to wait for the server.", orElse = "10") int timeout,
        @Arg("Headers of the request.") Map<String, @Nullable Object> headers,
        @Arg(value = "User for the server.", aliases = "username") Optional<String> urlUsername,
        @Arg(value = "Password for the server.", aliases = "password") Optional<Secret> urlPassword,
        @Arg(value = "Send user and password at once; they always are.", orElse = "no")
                boolean forceBasicAuth,
        @Arg(value = "Check the server's certificate.", orElse = "yes") boolean validateCerts,
        @Arg(value = "Name of the program that asks.", orElse = "ansible-httpget") String httpAgent,
        @Arg(value = "Use a proxy that the environment names.", orElse = "yes") boolean useProxy,
        @Arg("Owner, by name or number.") Optional<String> owner,
        @Arg("Group, by name or number.") Optional<String> group,
        @Arg("Permissions, such as '0644' or u=rw,g=r,o=.") Optional<Mode> mode,
        @Arg("Accepted; the temporary file is always beside the destination.")
                Optional<RemotePath> tmpDest,
        @Arg(value = "Accept compressed answers.", orElse = "yes") boolean decompress,
        @Arg(value = "Accepted; writes are always safe.", orElse = "no") boolean unsafeWrites)
        implements Module {
    private static final Script SCRIPT = Script.beside(GetUrl.class, "get_url", Attributes.SCRIPT);
    private static final long NANOS = TimeUnit.SECONDS.toNanos(1);

    @Override
    public Plan plan(Remote remote) {
        var sum = Checksum.of(checksum, fileName(), list -> listAt(remote, list));
        var seen =
                Told.of(
                        remote.probe(
                                Command.call(
                                        SCRIPT,
                                        "get_url_see",
                                        dest.text(),
                                        fileName(),
                                        sum.map(Checksum::tool).orElse(""))));
        if (!seen.has("folder")) {
            return Plan.failed(
                    "Destination directory of %s does not exist".formatted(seen.get("dest")));
        }
        var there = seen.has("exists") && !force;
        var fits = sum.isEmpty() || sum.get().hex().equals(seen.get("sum"));
        var base = Result.of().with("url", url).with("dest", seen.get("dest"));
        if (there && fits) {
            return new Plan.Unchanged(
                    told(base, seen).message("file already exists").with("elapsed", 0L));
        }
        return new Plan.Change(
                base.message("OK (unknown bytes)").with("status_code", 200L),
                () -> fetched(remote, seen, sum, base));
    }

    private String fileName() {
        var path = url.replaceFirst("[?#].*$", "");
        var name = path.substring(path.lastIndexOf('/') + 1);
        return name.isEmpty() ? "index.html" : name;
    }

    private Fetch fetch(String address) {
        var all = new TreeMap<String, String>();
        headers.forEach((name, value) -> all.put(name, String.valueOf(value)));
        all.putIfAbsent("User-Agent", httpAgent);
        var password = urlPassword.map(Secret::reveal).orElse("");
        return new Fetch(address, timeout, all, urlUsername.orElse(""), password);
    }

    private String listAt(Remote remote, String address) {
        var command =
                Command.of(
                                "curl",
                                "-q",
                                "-K",
                                "-",
                                "-sSfL",
                                "--connect-timeout",
                                String.valueOf(timeout),
                                address)
                        .input(fetch(address).curlConfiguration());
        var answer = remote.probe(command);
        if (answer.ok()) {
            return answer.text();
        }
        var response = fetch(address).here();
        if (response.statusCode() != 200) {
            throw new TaskFailure(
                    "the list of checksums %s answers %d"
                            .formatted(address, response.statusCode()));
        }
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private Result fetched(Remote remote, Told seen, Optional<Checksum> sum, Result base) {
        var started = System.nanoTime();
        var answer = remote.exec(command(seen, sum));
        var told = Told.of(answer);
        var result = base.with("elapsed", (System.nanoTime() - started) / NANOS);
        if (told.has("status_code")) {
            var code = told.number("status_code");
            result = code == 0 ? result : result.with("status_code", code);
        }
        if (told.has("jplay_failed")) {
            return result.message(told.get("jplay_failed")).asFailed();
        }
        if (!answer.ok()) {
            return result.message(trouble(told, answer)).asFailed();
        }
        var same = told.has("same") && !told.has("adjusted");
        result =
                told(result, told)
                        .with("checksum_src", told.get("sha1"))
                        .with("checksum_dest", seen.has("exists") ? seen.get("sum") : null)
                        .with("md5sum", told.get("md5"))
                        .with("size", told.number("size"))
                        .message("OK (" + told.get("size") + " bytes)");
        if (told.has("backup_file")) {
            result = result.with("backup_file", told.get("backup_file"));
        }
        return result.changed(!same);
    }

    private Command command(Told seen, Optional<Checksum> sum) {
        var common =
                List.of(
                        sum.map(Checksum::tool).orElse(""),
                        sum.map(Checksum::hex).orElse(""),
                        owner.orElse(""),
                        group.orElse(""),
                        mode.map(Mode::text).orElse(""),
                        backup ? "1" : "0");
        var request = fetch(url);
        if (seen.has("tool")) {
            var curl = seen.get("tool").equals("curl");
            var input = curl ? request.curlConfiguration() : request.wgetConfiguration();
            return call("get_url_fetch", seen, common).input(input);
        }
        var response = request.here();
        if (response.statusCode() / 100 != 2) {
            throw new TaskFailure(
                    Result.failure("Request failed: the server answers " + response.statusCode())
                            .with("status_code", (long) response.statusCode())
                            .with("url", url));
        }
        return call("get_url_put", seen, common).input(response.body());
    }

    private Command call(String function, Told seen, List<String> common) {
        var words =
                new java.util.ArrayList<>(
                        List.of(
                                seen.get("dest"),
                                seen.get("tool"),
                                url,
                                String.valueOf(timeout),
                                validateCerts ? "0" : "1"));
        words.addAll(common);
        return Command.call(SCRIPT, function, words.toArray(String[]::new));
    }

    private String trouble(Told told, Answer answer) {
        if (told.has("trouble")) {
            return "Request failed: " + told.get("trouble");
        }
        if (told.has("status_code")) {
            return "Request failed: HTTP Error " + told.get("status_code");
        }
        return "cannot fetch %s: %s".formatted(url, answer.errorText());
    }

    private static Result told(Result result, Told told) {
        if (!told.has("uid")) {
            return result;
        }
        var mode = told.get("mode");
        return result.with("uid", told.number("uid"))
                .with("gid", told.number("gid"))
                .with("owner", told.get("owner"))
                .with("group", told.get("group"))
                .with("mode", "0".repeat(Math.max(0, 4 - mode.length())) + mode)
                .with("size", told.number("size"))
                .with("state", "file");
    }
}
