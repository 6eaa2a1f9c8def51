package jplay.modules.net;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jplay.module.Arg;
import jplay.module.ArgGroup;
import jplay.module.Constraint;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Report;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.type.FileSource;
import jplay.module.type.Payload;
import jplay.module.type.RemotePath;
import jplay.modules.files.Attributes;
import jplay.modules.web.WebAnswer;
import jplay.modules.web.WebOptions;
import jplay.modules.web.WebRequest;
import jplay.value.Json;
import org.jspecify.annotations.Nullable;

/** Talks to a web service. */
@Named(value = "ansible.builtin.uri", summary = "Makes a request to a web service from the host.")
@Constraint(
        value = Constraint.Kind.MUTUALLY_EXCLUSIVE,
        arguments = {"body", "src"})
public record Uri(
        @Arg("The URL.") String url,
        @Arg(value = "The method of HTTP.", orElse = "GET") String method,
        @Arg("What is sent.") @Nullable Object body,
        @Arg(value = "How the body is written.", orElse = "raw") BodyFormat bodyFormat,
        @Arg("A file that is sent; on the controller unless `remote_src`.")
                Optional<FileSource> src,
        @Arg(value = "Whether `src` is on the host.", orElse = "no") boolean remoteSrc,
        @Arg("Where the answer is written; in a folder under the name it has in the URL.")
                Optional<RemotePath> dest,
        @Arg(value = "Answers that are no failure.", orElse = "200") List<Long> statusCode,
        @Arg(value = "Tell the content of the answer.", orElse = "no") boolean returnContent,
        @Arg(value = "Which redirects are followed.", orElse = "safe")
                FollowRedirects followRedirects,
        @Arg("Do nothing when this path exists.") Optional<RemotePath> creates,
        @Arg("Do nothing when this path does not exist.") Optional<RemotePath> removes,
        @Arg(value = "Do not take a kept copy.", orElse = "no", aliases = "thirsty") boolean force,
        @Arg(value = "Seconds to wait for the server.", orElse = "30") int timeout,
        @Arg(value = "User for the server.", aliases = "user") Optional<String> urlUsername,
        @Arg("Certificates of those who are trusted, as PEM.") Optional<RemotePath> caPath,
        @Arg("A socket of the host, instead of the network.") Optional<RemotePath> unixSocket,
        @ArgGroup WebOptions options,
        @ArgGroup Attributes attributes)
        implements Module {
    private static final Script SCRIPT =
            Script.beside(Uri.class, "uri", Attributes.PLACE, WebRequest.SCRIPT);

    /** How a body is written. */
    public enum BodyFormat {
        FORM_URLENCODED,
        JSON,
        RAW,
        FORM_MULTIPART
    }

    /** Which redirects are followed. */
    public enum FollowRedirects {
        ALL,
        NO,
        NONE,
        SAFE,
        URLLIB2,
        YES
    }

    @Override
    public Plan plan(Remote remote) {
        var written = RequestBody.of(body, bodyFormat);
        var payload =
                src.isPresent() && !remoteSrc
                        ? Optional.of(Payload.of(src.get().local().path()))
                        : written.bytes().map(Payload::of);
        var words =
                new ArrayList<>(
                        List.of(
                                creates.map(RemotePath::text).orElse(""),
                                removes.map(RemotePath::text).orElse(""),
                                dest.map(RemotePath::text).orElse(""),
                                WebRequest.fileName(url),
                                body(payload),
                                src.filter(_ -> remoteSrc).map(FileSource::written).orElse("")));
        words.addAll(attributes.arguments());
        var request = request(written);
        words.addAll(List.of(request.curl(), request.wget(), request.curlBehindRedirect()));
        var plan = Plan.guarded(SCRIPT, words, this::read);
        return payload.map(plan::with).orElse(plan);
    }

    private static String body(Optional<Payload> payload) {
        return payload.isPresent() ? "1" : "";
    }

    private WebRequest request(RequestBody written) {
        var headers = new TreeMap<>(written.headers());
        if (force) {
            headers.put("Cache-Control", "no-cache");
        }
        var verb = method.toUpperCase(Locale.ROOT);
        var follows =
                switch (followRedirects) {
                    case ALL, YES, URLLIB2 -> true;
                    case NONE, NO -> false;
                    case SAFE -> verb.equals("GET") || verb.equals("HEAD");
                };
        var sends = written.bytes().isPresent() || src.isPresent();
        var more =
                new WebRequest.More(
                        verb,
                        headers,
                        sends ? Optional.of(BODY) : Optional.empty(),
                        follows,
                        caPath,
                        unixSocket);
        return new WebRequest(url, urlUsername, timeout, options, more);
    }

    /** What the script replaces by the file that holds the body. */
    private static final String BODY = "%jplay-body%";

    private Result read(Report report) {
        if (report.has("check")) {
            return Result.of()
                    .with("skipped", true)
                    .message("This action (uri) does not support check mode.");
        }
        if (report.has("skipped")) {
            return Result.of()
                    .with("stdout", report.said("skipped"))
                    .with("stdout_lines", List.of(report.said("skipped")))
                    .with("changed", false);
        }
        var answer = WebAnswer.of(report);
        var result = told(answer, report);
        if (!statusCode.contains(status(answer))) {
            var content = report.outputText();
            return result.with("content", content)
                    .message(
                            "Status code was %d and not %s: %s"
                                    .formatted(status(answer), statusCode, answer.message()))
                    .asFailed();
        }
        return result;
    }

    private static long status(WebAnswer answer) {
        return answer.code() == 0 ? -1 : answer.code();
    }

    private Result told(WebAnswer answer, Report report) {
        var result =
                Result.of()
                        .with("url", answer.url().isEmpty() ? url : answer.url())
                        .with("status", status(answer))
                        .with("elapsed", report.number("elapsed"))
                        .with("redirected", !answer.url().isEmpty() && !same(answer.url(), url))
                        .message(answer.message())
                        .with("changed", report.has("written"));
        for (var header : answer.headers().entrySet()) {
            var name = header.getKey().replace('-', '_');
            var value = header.getValue();
            result = result.with(name, name.equals("location") ? answer.absolute(value) : value);
        }
        if (answer.ok()) {
            result = withCookies(result, answer.cookies());
        } else if (answer.code() != 0) {
            result = result.with("body", report.outputText());
        }
        if (report.has("path")) {
            result = Attributes.told(result.with("path", report.said("path")), report);
        }
        return content(result, answer, report);
    }

    private static boolean same(String one, String other) {
        return one.replaceFirst("/$", "").equals(other.replaceFirst("/$", ""));
    }

    private static Result withCookies(Result result, Map<String, Object> cookies) {
        var text =
                cookies.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(java.util.stream.Collectors.joining("; "));
        return result.with("cookies", cookies).with("cookies_string", text);
    }

    private Result content(Result result, WebAnswer answer, Report report) {
        var type = answer.headers().getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
        var text = new String(report.output(), StandardCharsets.UTF_8);
        var told = returnContent ? result.with("content", text) : result;
        if (!type.matches("(application|text)/([\\w.-]+\\+)?(json|javascript).*")
                || text.isEmpty()) {
            return told;
        }
        try {
            return told.with("json", Json.read(text));
        } catch (IllegalArgumentException e) {
            return told;
        }
    }
}
