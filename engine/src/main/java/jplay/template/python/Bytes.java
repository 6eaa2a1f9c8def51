package jplay.template.python;

import java.util.Arrays;

/** Python's {@code bytes}; equal when the bytes are. */
public record Bytes(byte[] content) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return Text.repr(this);
    }
}
