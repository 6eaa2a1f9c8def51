package jplay.modules.net;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jplay.module.Arg;
import jplay.module.ArgGroup;
import jplay.module.Command;
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
import jplay.modules.files.Attributes;
import jplay.modules.web.WebAnswer;
import jplay.modules.web.WebOptions;
import jplay.modules.web.WebRequest;

/** Fetches a file from a URL to the host. */
@Named(
        value = "ansible.builtin.get_url",
        summary = "Fetches a file over HTTP, HTTPS or FTP to the host, or copies one of the host.")
public record GetUrl(
        @Arg("The URL; a user and password in it are used.") String url,
        @Arg("File, or folder in which the file gets the name it has at the server.")
                RemotePath dest,
        @Arg(value = "`algorithm:hex`, or `algorithm:URL` of a list of checksums.", orElse = "")
                String checksum,
        @Arg(
                        value =
                                "Fetch even when the file is there and the server has no newer one.",
                        orElse = "no",
                        aliases = "thirsty")
                boolean force,
        @Arg(value = "Keep a copy of a file that is replaced.", orElse = "no") boolean backup,
        @Arg(value = "Seconds to wait for the server.", orElse = "10") int timeout,
        @Arg(value = "User for the server.", aliases = "username") Optional<String> urlUsername,
        @Arg("Accepted; the temporary file is always beside the destination.")
                Optional<RemotePath> tmpDest,
        @ArgGroup WebOptions options,
        @ArgGroup Attributes attributes)
        implements Module {
    private static final Script SCRIPT =
            Script.beside(GetUrl.class, "get_url", Attributes.PLACE, WebRequest.SCRIPT);
    private static final long NANOS = TimeUnit.SECONDS.toNanos(1);

    @Override
    public Plan plan(Remote remote) {
        var sum = Checksum.of(checksum, WebRequest.fileName(url), list -> listAt(remote, list));
        var words =
                new ArrayList<>(
                        List.of(
                                dest.text(),
                                WebRequest.fileName(url),
                                sum.map(Checksum::tool).orElse(""),
                                !force && sum.isEmpty() && FileUrl.path(url).isEmpty() ? "1" : "0",
                                request().curl(),
                                request().wget()));
        words.addAll(attributes.arguments());
        var seen = remote.look(call("get_url_see", words));
        if (!seen.has("folder")) {
            return Plan.failed("Destination %s does not exist".formatted(seen.said("parent")));
        }
        var base = Result.of().with("url", url).with("dest", seen.said("dest"));
        return there(seen, sum)
                .map(message -> kept(remote, base.message(message), seen))
                .orElseGet(() -> changed(remote, base, seen, sum));
    }

    /** Why the file need not be fetched. */
    private Optional<String> there(Report seen, Optional<Checksum> sum) {
        if (seen.has("unmodified")) {
            return Optional.of("HTTP Error 304: Not Modified");
        }
        var fits = sum.map(each -> each.hex().equals(seen.said("sum"))).orElse(false);
        return fits && !force && !seen.has("into")
                ? Optional.of("file already exists")
                : Optional.empty();
    }

    private Plan kept(Remote remote, Result base, Report seen) {
        var result =
                Attributes.told(
                        base.with("checksum_src", null)
                                .with("checksum_dest", null)
                                .with("elapsed", 0L),
                        seen);
        if (!seen.has("changes")) {
            return new Plan.Unchanged(result);
        }
        return new Plan.Change(
                result,
                () -> {
                    var words = new ArrayList<>(List.of(seen.said("dest")));
                    words.addAll(attributes.arguments());
                    var told = remote.touch(call("get_url_adjust", words));
                    return Attributes.told(result, told).changed(true);
                });
    }

    private Plan changed(Remote remote, Result base, Report seen, Optional<Checksum> sum) {
        var old = seen.has("old") ? seen.said("old") : null;
        var result = base.with("checksum_dest", old);
        return new Plan.Change(
                Attributes.told(result, seen).with("elapsed", 0L).message("OK (unknown bytes)"),
                () -> fetched(remote, result, seen, sum));
    }

    private WebRequest request() {
        var headers = force ? Map.of("Cache-Control", "no-cache") : Map.<String, String>of();
        var more =
                new WebRequest.More(
                        "GET", headers, Optional.empty(), true, Optional.empty(), Optional.empty());
        return new WebRequest(url, urlUsername, timeout, options, more);
    }

    /** A list of checksums, asked for by the host, else by the controller. */
    private String listAt(Remote remote, String address) {
        var file = FileUrl.path(address);
        if (file.isPresent()) {
            return remote.look(call("get_url_list", List.of(file.get()))).outputText();
        }
        var asked = request().to(address);
        var told = remote.look(call("get_url_text", List.of(asked.curl(), asked.wget())));
        if (told.has("none")) {
            return new String(here(address), StandardCharsets.UTF_8);
        }
        var answer = WebAnswer.of(told);
        if (!answer.ok()) {
            throw new TaskFailure(
                    "Unable to read the checksums at %s: %s".formatted(address, answer.message()));
        }
        return told.outputText();
    }

    private byte[] here(String address) {
        return new ControllerRequest(address, timeout, options, urlUsername).bytes();
    }

    private Result fetched(Remote remote, Result base, Report seen, Optional<Checksum> sum) {
        var started = System.nanoTime();
        var told = remote.touch(command(seen, sum));
        var answer = WebAnswer.of(told);
        var result = base.with("elapsed", (System.nanoTime() - started) / NANOS);
        if (told.has("code") && answer.code() != 0) {
            result = result.with("status_code", (long) answer.code());
        }
        if (FileUrl.path(url).isPresent()) {
            result = result.with("status_code", null);
        }
        if (told.has("code") && !answer.ok() && answer.code() != 304) {
            return failed(result, answer);
        }
        result =
                Attributes.told(result.with("dest", told.said("dest")), told)
                        .with("checksum_src", told.said("sha1"))
                        .with("checksum_dest", told.has("old") ? told.said("old") : null)
                        .with("md5sum", told.said("md5"))
                        .message(
                                told.has("code")
                                        ? answer.message()
                                        : "OK (%s bytes)".formatted(told.said("size")));
        if (told.has("backup_file")) {
            result = result.with("backup_file", told.said("backup_file"));
        }
        return result.changed(!told.has("same"));
    }

    private static Result failed(Result result, WebAnswer answer) {
        return answer.code() == 0
                ? result.message(answer.message()).asFailed()
                : result.message("Request failed").with("response", answer.message()).asFailed();
    }

    private Command command(Report seen, Optional<Checksum> sum) {
        var words =
                new ArrayList<>(
                        List.of(
                                seen.said("dest"),
                                seen.has("into") ? "1" : "0",
                                sum.map(Checksum::tool).orElse(""),
                                sum.map(Checksum::hex).orElse(""),
                                backup ? "1" : "0"));
        words.addAll(attributes.arguments());
        var file = FileUrl.path(url);
        if (file.isPresent()) {
            words.add(file.get());
            return call("get_url_file", words);
        }
        if (seen.said("tool").equals("none")) {
            return call("get_url_put", words).payloads(List.of(Payload.of(here(url))));
        }
        words.addAll(List.of(request().curl(), request().wget(), request().curlBehindRedirect()));
        return call("get_url_fetch", words);
    }

    private static Command call(String function, List<String> words) {
        return Command.call(SCRIPT, function, words.toArray(String[]::new));
    }
}
