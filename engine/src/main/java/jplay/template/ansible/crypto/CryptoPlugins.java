package jplay.template.ansible.crypto;

import static jplay.template.filter.Filter.filter;

import java.util.List;
import jplay.template.filter.Filter;

/** All filters of {@code community.crypto}, under their full names. */
public final class CryptoPlugins {
    /** What stands before their names. */
    public static final String COLLECTION = "community.crypto.";

    /** The filters. */
    public static final List<Filter> FILTERS =
            List.of(
                    filter("community.crypto.gpg_fingerprint(content)", GpgFingerprint::apply),
                    filter(
                            "community.crypto.openssl_csr_info(content, name_encoding='ignore')",
                            RequestInfo::apply),
                    filter(
                            "community.crypto.openssl_privatekey_info(content, passphrase=none,"
                                    + " return_private_key_data=false)",
                            PrivateKeyFilter::apply),
                    filter(
                            "community.crypto.openssl_publickey_info(content)",
                            PublicKeyData::apply),
                    filter("community.crypto.parse_serial(text)", SerialNumbers::parse),
                    filter("community.crypto.split_pem(content)", PemText::split),
                    filter("community.crypto.to_serial(number)", SerialNumbers::format),
                    filter(
                            "community.crypto.x509_certificate_info(content,"
                                    + " name_encoding='ignore')",
                            CertificateInfo::apply),
                    filter(
                            "community.crypto.x509_crl_info(content, list_revoked_certificates=true,"
                                    + " name_encoding='ignore')",
                            RevocationInfo::apply));

    private CryptoPlugins() {}
}
