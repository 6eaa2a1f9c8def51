package jplay.template.ansible.net;

/** Whether a text is an IP address. */
public final class AddressSyntax {
    private AddressSyntax() {}

    /** One of IPv4. */
    public static boolean isV4(String text) {
        return AddressText.v4(text).isPresent();
    }

    /** One of IPv6, without a zone. */
    public static boolean isV6(String text) {
        return AddressText.v6(text).isPresent();
    }
}
