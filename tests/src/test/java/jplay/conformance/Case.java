package jplay.conformance;

import java.util.List;
import java.util.Map;

/**
 * One task and what it finds.
 *
 * @param name says what the task is to do
 * @param given a shell script that fills the empty folder of the case; it runs in that folder
 * @param task the task as a playbook writes it, without name; {@code dir} is the folder
 * @param after a shell script that takes away what the task left outside of its folder
 * @param needs programs without which the case makes no sense, and {@code root}
 * @param differs return values that jplay gives otherwise, with the reason; {@code msg} is that of
 *     a failure, {@code diff} what {@code --diff} shows, {@code files} what is left behind
 */
record Case(
        String name,
        String given,
        String task,
        String after,
        List<String> needs,
        Map<String, String> differs) {

    /** Reads what stands in a file of cases. */
    static Case of(Map<?, ?> written) {
        return new Case(
                text(written, "case"),
                text(written, "given"),
                text(written, "task"),
                text(written, "after"),
                list(written.get("needs")),
                texts(written.get("differs")));
    }

    private static String text(Map<?, ?> written, String name) {
        var value = written.get(name);
        return value == null ? "" : value.toString();
    }

    private static List<String> list(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }

    static Map<String, String> texts(Object value) {
        var texts = new java.util.TreeMap<String, String>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, text) -> texts.put(name.toString(), text.toString()));
        }
        return texts;
    }

    /** Whether this machine and user have what it needs. */
    boolean possible() {
        return needs.stream().allMatch(Case::here);
    }

    private static boolean here(String need) {
        return need.equals("root")
                ? System.getProperty("user.name").equals("root")
                : Shell.run(java.nio.file.Path.of("."), "command -v " + need).status() == 0;
    }
}
