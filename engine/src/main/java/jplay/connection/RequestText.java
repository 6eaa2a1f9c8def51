package jplay.connection;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jplay.connection.ShellRequest.PayloadSource;
import jplay.module.Script;
import jplay.module.ScriptProtocol;

/**
 * Requests as text for one shell: what it was told before is not told again. A request is one
 * subshell, and behind it a mark on both output streams.
 */
final class RequestText {
    private final String mark;
    private final Map<String, Script> known = new HashMap<>();

    RequestText(String mark) {
        this.mark = mark;
    }

    /** What is sent first: all that was printed until its answer is not ours. */
    byte[] greeting() {
        return new ShellText().code(marks("$$")).code("\n").bytes();
    }

    /** A whole request. */
    byte[] of(ShellRequest request) throws IOException {
        var text = new ShellText();
        define(ScriptProtocol.PRELUDE, text);
        request.scripts().forEach(script -> define(script, text));
        text.code("( JPLAY_MARK=" + mark + "\n");
        request.environment()
                .forEach((name, value) -> text.code("export " + name + "=").word(value).code("\n"));
        payloads(request.payloads(), text);
        if (request.input().length > 0) {
            text.printing(request.input()).code(" | ");
        }
        for (var word : request.words()) {
            text.word(word).code(" ");
        }
        text.code(request.input().length > 0 ? "\n); " : "</dev/null\n); ").code(marks("$?"));
        return removals(request.payloads(), text).code("\n").bytes();
    }

    /**
     * A request as a script that stands alone and is supervised; its arguments are those of the
     * supervisor.
     */
    static byte[] alone(ShellRequest request, String mark, Script supervisor) throws IOException {
        var texts = new RequestText(mark);
        var text = new ShellText();
        texts.define(ScriptProtocol.PRELUDE, text);
        texts.define(supervisor, text);
        request.scripts().forEach(script -> texts.define(script, text));
        text.code("JPLAY_MARK=" + mark + "\n");
        request.environment()
                .forEach((name, value) -> text.code("export " + name + "=").word(value).code("\n"));
        payloads(request.payloads(), text);
        text.code("supervised() {\n");
        request.words().forEach(word -> text.word(word).code(" "));
        text.code("\n}\nsupervise \"$1\" \"$2\"");
        return removals(request.payloads(), text).code("\n").bytes();
    }

    private static void payloads(List<PayloadSource> payloads, ShellText text) throws IOException {
        var number = 0;
        for (var payload : payloads) {
            number++;
            text.code("payload_" + number + "() { ");
            switch (payload) {
                case PayloadSource.Inline inline -> text.printing(inline.payload());
                case PayloadSource.Uploaded uploaded -> text.code("cat ").word(uploaded.path());
                case PayloadSource.Present present -> text.code("cat ").word(present.path());
                case PayloadSource.Absent _ -> text.code("false");
            }
            text.code("; }\n");
        }
    }

    private static ShellText removals(List<PayloadSource> payloads, ShellText text) {
        for (var payload : payloads) {
            if (payload instanceof PayloadSource.Uploaded uploaded) {
                text.code("; rm -f ").word(uploaded.path());
            }
        }
        return text;
    }

    /**
     * Two steps in one command, so that the shell has read all of it before it begins: the first
     * makes the file and answers; when it went well the second reads the bytes from the shell's own
     * input, and answers as well.
     */
    byte[] of(Upload upload) {
        var text = new ShellText();
        define(Upload.TOOLS, text);
        return text.code("{ jplay_name=$(" + upload.begin("count") + "); jplay_status=$?; ")
                .code("printf %s \"$jplay_name\"; ")
                .code(marks("$jplay_status"))
                .code("; if [ \"$jplay_status\" = 0 ]; then ")
                .code(upload.take())
                .code("; fi; ")
                .code(marks("$?"))
                .code("; }\n")
                .bytes();
    }

    private String marks(String status) {
        return "printf '\\n%s %s\\n' "
                + mark
                + " \""
                + status
                + "\"; printf '\\n%s 0\\n' "
                + mark
                + " >&2";
    }

    private void define(Script script, ShellText text) {
        if (script.equals(known.get(script.name()))) {
            return;
        }
        script.needs().forEach(needed -> define(needed, text));
        text.code(script.text()).code("\n");
        known.put(script.name(), script);
    }
}
