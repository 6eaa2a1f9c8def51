package jplay.modules.pki;

import org.bouncycastle.asn1.x509.KeyPurposeId;

/** What a certificate may be used for. */
public enum KeyUse {
    /** To answer as a server. */
    SERVER(KeyPurposeId.id_kp_serverAuth),
    /** To call as a client. */
    CLIENT(KeyPurposeId.id_kp_clientAuth);

    private final KeyPurposeId purpose;

    KeyUse(KeyPurposeId purpose) {
        this.purpose = purpose;
    }

    /** Its number in certificates. */
    KeyPurposeId purpose() {
        return purpose;
    }
}
