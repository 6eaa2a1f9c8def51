package jplay.modules.system.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jplay.module.Report;

/**
 * What the script of {@code setup} saw of a host.
 *
 * @param said what it told
 * @param files lines of the files that are there, by path
 * @param environment the environment of the script
 */
record Gathered(
        Map<String, String> said,
        Map<String, List<String>> files,
        Map<String, String> environment) {
    private static final String ENVIRONMENT = "environment\n";

    /** Reads what follows {@code raw}: lines {@code PATH:LINE}, then the environment. */
    static Gathered of(Report report) {
        var text = report.outputText();
        var split = text.startsWith(ENVIRONMENT) ? 0 : text.indexOf("\n" + ENVIRONMENT) + 1;
        var files = new LinkedHashMap<String, List<String>>();
        for (var line : text.substring(0, split).split("\n", 0)) {
            var colon = line.indexOf(':');
            if (colon > 0) {
                files.computeIfAbsent(line.substring(0, colon), _ -> new ArrayList<>())
                        .add(line.substring(colon + 1));
            }
        }
        return new Gathered(
                report.said(), files, environment(text.substring(split + ENVIRONMENT.length())));
    }

    private static Map<String, String> environment(String text) {
        var environment = new TreeMap<String, String>();
        // What follows the last NUL is no part of it.
        for (var pair : text.substring(0, text.lastIndexOf('\0') + 1).split("\0", 0)) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                environment.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return environment;
    }

    /** A told value; empty when it was not told. */
    String said(String name) {
        return said.getOrDefault(name, "");
    }

    /** Words of a told value. */
    List<String> words(String name) {
        return words(said(name), "\\s+");
    }

    /** Parts of a text; none when it is blank. */
    static List<String> words(String text, String separator) {
        return text.isBlank() ? List.of() : Arrays.asList(text.strip().split(separator, 0));
    }

    /** A told number. */
    long number(String name) {
        return Long.parseLong(said(name));
    }

    /** Whether a file or tool that the script looks for is there. */
    boolean seen(String name) {
        return words("seen").contains(name);
    }

    /** Lines of a file; none when it is not there. */
    List<String> lines(String path) {
        return files.getOrDefault(path, List.of());
    }

    /** First line of a file without blanks around; empty when it is not there. */
    String line(String path) {
        return lines(path).isEmpty() ? "" : lines(path).getFirst().strip();
    }

    /** A file of lines {@code NAME SEPARATOR VALUE}, quotes around values taken off. */
    Map<String, String> pairs(String path, char separator) {
        var pairs = new LinkedHashMap<String, String>();
        for (var line : lines(path)) {
            var at = line.indexOf(separator);
            if (at > 0 && !line.startsWith("#")) {
                pairs.putIfAbsent(
                        line.substring(0, at).strip(), bare(line.substring(at + 1).strip()));
            }
        }
        return pairs;
    }

    private static String bare(String text) {
        var quoted =
                text.length() > 1
                        && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                        && text.charAt(text.length() - 1) == text.charAt(0);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
