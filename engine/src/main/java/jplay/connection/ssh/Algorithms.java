package jplay.connection.ssh;

import com.hierynomus.sshj.key.KeyAlgorithm;
import com.hierynomus.sshj.key.KeyAlgorithms;
import com.hierynomus.sshj.transport.cipher.BlockCiphers;
import com.hierynomus.sshj.transport.cipher.ChachaPolyCiphers;
import com.hierynomus.sshj.transport.kex.DHGroups;
import com.hierynomus.sshj.transport.kex.ExtInfoClientFactory;
import com.hierynomus.sshj.transport.mac.Macs;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jplay.connection.UnreachableException;
import jplay.connection.ssh.config.HostOptions;
import jplay.connection.ssh.login.Ed25519Signatures;
import jplay.connection.ssh.login.Providers;
import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.ConfigImpl;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.common.LoggerFactory;
import net.schmizz.sshj.signature.SignatureRSA;
import net.schmizz.sshj.transport.cipher.Cipher;
import net.schmizz.sshj.transport.compression.Compression;
import net.schmizz.sshj.transport.compression.DelayedZlibCompression;
import net.schmizz.sshj.transport.compression.NoneCompression;
import net.schmizz.sshj.transport.kex.Curve25519SHA256;
import net.schmizz.sshj.transport.kex.DHGexSHA1;
import net.schmizz.sshj.transport.kex.DHGexSHA256;
import net.schmizz.sshj.transport.kex.ECDHNistP;
import net.schmizz.sshj.transport.kex.KeyExchange;
import net.schmizz.sshj.transport.mac.MAC;
import net.schmizz.sshj.transport.random.JCERandom;
import net.schmizz.sshj.transport.random.SingletonRandomFactory;

/**
 * What is offered to a server, the best first: as OpenSSH does, but with AES before ChaCha20, since
 * processors and the JDK are fast at it.
 */
final class Algorithms {
    private static final SingletonRandomFactory RANDOM =
            new SingletonRandomFactory(new JCERandom.Factory());

    private final HostOptions options;
    private final Ed25519Signatures signatures;

    Algorithms(HostOptions options, Ed25519Signatures signatures) {
        this.options = options;
        this.signatures = signatures;
    }

    Config config() {
        Providers.useJdk();
        var config = new ConfigImpl();
        config.setLoggerFactory(LoggerFactory.DEFAULT);
        config.setVersion("jplay");
        config.setRandomFactory(RANDOM);
        config.setKeepAliveProvider(KeepAliveProvider.HEARTBEAT);
        config.setVerifyHostKeyCertificates(true);
        var exchanges = new ArrayList<>(chosen("KexAlgorithms", exchanges(), oldExchanges()));
        exchanges.add(new ExtInfoClientFactory());
        config.setKeyExchangeFactories(exchanges);
        config.setKeyAlgorithms(chosen("HostKeyAlgorithms", keys(), oldKeys()));
        config.setCipherFactories(chosen("Ciphers", ciphers(), oldCiphers()));
        config.setMACFactories(chosen("MACs", macs(), oldMacs()));
        List<Factory.Named<Compression>> plain = List.of(new NoneCompression.Factory());
        List<Factory.Named<Compression>> packed =
                List.of(new DelayedZlibCompression.Factory(), new NoneCompression.Factory());
        config.setCompressionFactories(options.flag("Compression", false) ? packed : plain);
        return config;
    }

    /** Those that the configuration wants among those that there are. */
    private <T> List<Factory.Named<T>> chosen(
            String keyword, List<Factory.Named<T>> usual, List<Factory.Named<T>> others) {
        var names = usual.stream().map(Factory.Named::getName).toList();
        var wanted = options.algorithms(keyword, names);
        var chosen =
                wanted.stream()
                        .flatMap(name ->
                                Stream.concat(usual.stream(), others.stream())
                                        .filter(each -> each.getName().equals(name)))
                        .toList();
        if (chosen.isEmpty()) {
            throw new UnreachableException(
                    "ssh option %s for %s: none of %s is known here; there is %s"
                            .formatted(
                                    keyword,
                                    options.alias(),
                                    String.join(",", wanted),
                                    String.join(",", names)));
        }
        return chosen;
    }

    private static List<Factory.Named<KeyExchange>> exchanges() {
        return List.of(
                new Curve25519SHA256.Factory(),
                new Curve25519SHA256.FactoryLibSsh(),
                new ECDHNistP.Factory256(),
                new ECDHNistP.Factory384(),
                new ECDHNistP.Factory521(),
                new DHGexSHA256.Factory(),
                DHGroups.Group16SHA512(),
                DHGroups.Group18SHA512(),
                DHGroups.Group14SHA256());
    }

    private static List<Factory.Named<KeyExchange>> oldExchanges() {
        return List.of(DHGroups.Group14SHA1(), new DHGexSHA1.Factory(), DHGroups.Group1SHA1());
    }

    private List<Factory.Named<KeyAlgorithm>> keys() {
        return List.of(
                edwards(KeyType.ED25519_CERT),
                elliptic(KeyAlgorithms.ECDSASHANistp256CertV01()),
                elliptic(KeyAlgorithms.ECDSASHANistp384CertV01()),
                elliptic(KeyAlgorithms.ECDSASHANistp521CertV01()),
                new KeyAlgorithms.Factory(
                        "rsa-sha2-512-cert-v01@openssh.com",
                        new SignatureRSA.FactoryRSASHA512(),
                        KeyType.RSA_CERT),
                new KeyAlgorithms.Factory(
                        "rsa-sha2-256-cert-v01@openssh.com",
                        new SignatureRSA.FactoryRSASHA256(),
                        KeyType.RSA_CERT),
                edwards(KeyType.ED25519),
                elliptic(KeyAlgorithms.ECDSASHANistp256()),
                elliptic(KeyAlgorithms.ECDSASHANistp384()),
                elliptic(KeyAlgorithms.ECDSASHANistp521()),
                KeyAlgorithms.RSASHA512(),
                KeyAlgorithms.RSASHA256());
    }

    private static List<Factory.Named<KeyAlgorithm>> oldKeys() {
        return List.of(KeyAlgorithms.SSHRSA(), KeyAlgorithms.SSHDSA());
    }

    private Factory.Named<KeyAlgorithm> edwards(KeyType type) {
        return new KeyAlgorithms.Factory(type.toString(), signatures, type);
    }

    private static Factory.Named<KeyAlgorithm> elliptic(Factory.Named<KeyAlgorithm> factory) {
        return new Late<>(factory, Providers::forElliptic);
    }

    private static List<Factory.Named<Cipher>> ciphers() {
        return List.of(
                BulkGcm.factory(128),
                BulkGcm.factory(256),
                BlockCiphers.AES128CTR(),
                BlockCiphers.AES192CTR(),
                BlockCiphers.AES256CTR(),
                new Late<>(ChachaPolyCiphers.CHACHA_POLY_OPENSSH(), Providers::forRareThings));
    }

    private static List<Factory.Named<Cipher>> oldCiphers() {
        return List.of(
                BlockCiphers.AES128CBC(),
                BlockCiphers.AES192CBC(),
                BlockCiphers.AES256CBC(),
                BlockCiphers.TripleDESCBC());
    }

    private static List<Factory.Named<MAC>> macs() {
        return List.of(
                Macs.HMACSHA2256Etm(),
                Macs.HMACSHA2512Etm(),
                Macs.HMACSHA1Etm(),
                Macs.HMACSHA2256(),
                Macs.HMACSHA2512(),
                Macs.HMACSHA1());
    }

    private static List<Factory.Named<MAC>> oldMacs() {
        return List.of(Macs.HMACMD5Etm(), Macs.HMACMD5(), Macs.HMACSHA196());
    }

    /** Something that needs a preparation, made when it is really used. */
    private record Late<T>(Factory.Named<T> factory, Runnable preparation)
            implements Factory.Named<T> {
        @Override
        public String getName() {
            return factory.getName();
        }

        @Override
        public T create() {
            preparation.run();
            return factory.create();
        }
    }
}
