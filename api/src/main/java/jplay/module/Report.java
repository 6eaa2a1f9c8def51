package jplay.module;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a {@link Plan.Guarded guarded} script said.
 *
 * @param changeNeeded whether the look part asked for a change
 * @param applied whether the change part ran (never in check mode)
 * @param said what the script told with {@code say NAME VALUE}, in its order; a later value
 *     replaces an earlier one
 * @param status exit status of the part that ran last
 * @param output raw standard output behind {@code raw}
 * @param errors raw standard error
 */
public record Report(
        boolean changeNeeded,
        boolean applied,
        Map<String, String> said,
        int status,
        byte[] output,
        byte[] errors) {
    public Report {
        said = Collections.unmodifiableMap(new LinkedHashMap<>(said));
    }

    /** One told value; empty text when it was not told. */
    public String said(String name) {
        return said.getOrDefault(name, "");
    }

    /** Whether a value was told. */
    public boolean has(String name) {
        return said.containsKey(name);
    }

    /** A told value as a number; 0 when it was not told. */
    public long number(String name) {
        return has(name) ? Long.parseLong(said(name).trim()) : 0;
    }

    /** Standard output as text. */
    public String outputText() {
        return new String(output, StandardCharsets.UTF_8);
    }

    /** Standard error as text. */
    public String errorText() {
        return new String(errors, StandardCharsets.UTF_8);
    }
}
