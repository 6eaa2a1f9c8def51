package jplay.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jplay.connection.local.LocalConnection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutputTests {
    static Stream<List<String>> shells() {
        return WorkerTests.shells();
    }

    private static ShellRequest eval(String code) {
        return ShellRequest.of("eval", code);
    }

    @ParameterizedTest
    @MethodSource("shells")
    void boundsWhatIsKept(List<String> shell) {
        try (var connection = new LocalConnection("here", shell)) {
            var worker = (PipeWorker) connection.worker(Become.NONE);
            worker.keepAtMost(1000);
            var answer =
                    worker.call(eval("yes 0123456789 | head -c 60000000; printf err >&2; exit 3"));
            assertEquals(
                    "1000/3/59999000",
                    answer.output().length + "/" + answer.status() + "/" + answer.cut());
            assertEquals(
                    "err\n[standard output was longer than output_limit: the last 59999000 bytes are not kept]",
                    answer.errorText());
            assertEquals(0, worker.call(eval("printf fine")).cut());
        }
    }

    @ParameterizedTest
    @MethodSource("shells")
    void leavesOutWhatAProfilePrints(List<String> shell) {
        var noisy =
                new ArrayList<>(
                        List.of("sh", "-c", "echo Welcome; echo Beware >&2; exec \"$@\"", "sh"));
        noisy.addAll(shell);
        try (var connection = new LocalConnection("here", noisy)) {
            var answer = connection.worker(Become.NONE).call(eval("echo out; echo err >&2"));
            assertEquals("out/err", answer.text() + "/" + answer.errorText());
        }
    }
}
