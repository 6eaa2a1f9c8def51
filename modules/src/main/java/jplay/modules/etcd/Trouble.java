package jplay.modules.etcd;

import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in a few words why etcd could not be asked. */
final class Trouble {
    private static final String REFUSED = "it refuses the client certificate in cert";
    private static final Map<String, String> TLS =
            Map.of(
                    "pkix", "its certificate is not signed by the authority in cacert",
                    "path does not chain",
                            "its certificate is not signed by the authority in cacert",
                    "no subject alternative", "its certificate is for other names and addresses",
                    "no name matching", "its certificate is for other names and addresses",
                    "certificate_required", "it demands a client certificate: give cert and key",
                    "bad_certificate", REFUSED,
                    "unknown_ca", REFUSED,
                    "tls negotiation", "it does not speak TLS: use http://",
                    "not an ssl/tls record", "it does not speak TLS: use http://");

    private Trouble() {}

    /**
     * A part of a sentence for what went wrong.
     *
     * @param certified whether there was a client certificate to show; Java does not show one that
     *     was signed by none of the authorities the server names
     */
    static String sentence(Throwable thrown, boolean certified) {
        var causes = causes(thrown);
        if (causes.stream().anyMatch(UnresolvedAddressException.class::isInstance)) {
            return "unknown host";
        }
        var texts =
                causes.stream()
                        .map(cause -> String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining("\n"));
        if (texts.contains("connection timed out")) {
            return "cannot be reached";
        }
        if (causes.stream().anyMatch(ConnectException.class::isInstance)) {
            return texts.contains("refused") ? "connection refused" : "cannot be reached";
        }
        if (certified && texts.contains("certificate_required")) {
            return REFUSED;
        }
        return tls(texts).orElseGet(() -> innermost(thrown));
    }

    /** The first line of the innermost message. */
    static String innermost(Throwable thrown) {
        return causes(thrown).reversed().stream()
                .map(Throwable::getMessage)
                .filter(message -> message != null && !message.isBlank())
                .map(message -> message.lines().findFirst().orElse("").strip())
                .findFirst()
                .orElse("no reason given");
    }

    private static Optional<String> tls(String texts) {
        return TLS.entrySet().stream()
                .filter(known -> texts.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .findFirst();
    }

    private static List<Throwable> causes(Throwable thrown) {
        var causes = new ArrayList<Throwable>();
        for (var next = thrown; next != null && !causes.contains(next); next = next.getCause()) {
            causes.add(next);
        }
        return causes;
    }
}
