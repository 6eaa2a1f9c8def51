package jplay.module.type;

import java.security.Provider;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Cryptography in machine code, for large amounts of bytes: the JDK's own takes a hundred times as
 * long while the JVM's optimising compiler is off. There is one for the usual machines; loading it
 * takes a quarter of a second, so nobody asks for it in vain.
 */
public final class BulkCryptography {
    /** From so many bytes on it is worth its start. */
    public static final long WORTH_IT = 8L * 1024 * 1024;

    private static final String PACKAGE = "com.amazon.corretto.crypto.provider";

    private static final AtomicLong ENCRYPTED = new AtomicLong();

    private BulkCryptography() {}

    /** Who provides it; nobody on machines that there is no library for. */
    public static Optional<Provider> provider() {
        var provider = Loaded.PROVIDER;
        ENCRYPTED.set(WORTH_IT);
        return provider;
    }

    /**
     * Counts bytes that are encrypted or decrypted, by whichever connection; whether they have
     * become so many that it is worth its start, or it is there already.
     */
    public static boolean worthIt(long bytes) {
        return ENCRYPTED.addAndGet(bytes) >= WORTH_IT;
    }

    /** Loaded when it is first asked for. */
    private static final class Loaded {
        static final Optional<Provider> PROVIDER = load();

        /**
         * A library that does not fit the machine says so in several ways, none of which matters.
         */
        private static Optional<Provider> load() {
            try {
                return ServiceLoader.load(Provider.class).stream()
                        .filter(each -> each.type().getPackageName().equals(PACKAGE))
                        .map(ServiceLoader.Provider::get)
                        .filter(each -> each.getService("Cipher", "AES/GCM/NoPadding") != null)
                        .findFirst();
            } catch (RuntimeException | LinkageError | ServiceConfigurationError _) {
                return Optional.empty();
            }
        }
    }
}
