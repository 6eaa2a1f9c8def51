package jplay.module;

/**
 * Before and after of one thing that changed.
 *
 * @param beforeHeader names the old side, usually the path
 * @param before old text; empty when there was nothing
 * @param afterHeader names the new side
 * @param after new text; empty when nothing remains
 */
public record Diff(String beforeHeader, String before, String afterHeader, String after) {
    /** A diff of a file's text. */
    public static Diff of(String path, String before, String after) {
        return new Diff(path, before, path, after);
    }
}
