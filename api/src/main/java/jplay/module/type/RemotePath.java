package jplay.module.type;

/**
 * A path on the host, as written; a leading {@code ~} and {@code $VARIABLES} are expanded by the
 * host.
 *
 * @param text never empty
 */
public record RemotePath(String text) {
    @Override
    public String toString() {
        return text;
    }
}
