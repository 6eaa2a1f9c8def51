package jplay.modules.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.module.Arg;
import jplay.module.type.RemotePath;
import jplay.module.type.Secret;
import org.jspecify.annotations.Nullable;

/** How a server is asked, for all modules that ask one. */
public record WebOptions(
        @Arg("Headers of the request.") Map<String, @Nullable Object> headers,
        @Arg("Names of headers that are not sent to where a redirect leads.")
                List<String> unredirectedHeaders,
        @Arg(value = "Password for the server.", aliases = "password") Optional<Secret> urlPassword,
        @Arg(value = "Send user and password before they are asked for.", orElse = "no")
                boolean forceBasicAuth,
        @Arg(value = "Use Kerberos.", orElse = "no") boolean useGssapi,
        @Arg(value = "Use what `~/.netrc` says.", orElse = "yes") boolean useNetrc,
        @Arg(value = "Check the server's certificate.", orElse = "yes") boolean validateCerts,
        @Arg("Certificate of the client, as PEM; may hold the key.")
                Optional<RemotePath> clientCert,
        @Arg("Key of the client's certificate, as PEM.") Optional<RemotePath> clientKey,
        @Arg("Ciphers, as OpenSSL names them.") List<String> ciphers,
        @Arg(value = "Name of the program that asks.", orElse = "ansible-httpget") String httpAgent,
        @Arg(value = "Use a proxy that the environment names.", orElse = "yes") boolean useProxy,
        @Arg(value = "Unpack answers that are sent packed.", orElse = "yes") boolean decompress) {

    /** Nothing but the usual. */
    static WebOptions usual(boolean validateCerts) {
        return new WebOptions(
                Map.of(),
                List.of(),
                Optional.empty(),
                false,
                false,
                true,
                validateCerts,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "ansible-httpget",
                true,
                true);
    }
}
