package jplay.console.callback;

import java.math.BigDecimal;
import java.util.List;

/** A JUnit report as XML. */
record JunitXml(String suite, List<Case> cases) {
    /** One test case. */
    record Case(String name, String type, double seconds, Verdict verdict) {}

    /** How a case ended. */
    sealed interface Verdict {}

    record Passed(String output) implements Verdict {}

    record Skipped(String reason) implements Verdict {}

    record Failed(String message, String output) implements Verdict {}

    record Broken(String message, String details, String output) implements Verdict {}

    String text() {
        var counts =
                "disabled=\"0\" errors=\"%d\" failures=\"%d\""
                        .formatted(count(Broken.class), count(Failed.class));
        var time = time(cases.stream().mapToDouble(Case::seconds).sum());
        var text = new StringBuilder("<?xml version=\"1.0\" ?>\n");
        text.append(
                "<testsuites %s tests=\"%d\" time=\"%s\">\n".formatted(counts, cases.size(), time));
        text.append(
                "\t<testsuite %s name=\"%s\" skipped=\"%d\" tests=\"%d\" time=\"%s\">\n"
                        .formatted(
                                counts, escaped(suite), count(Skipped.class), cases.size(), time));
        cases.forEach(each -> text.append(text(each)));
        return text.append("\t</testsuite>\n</testsuites>\n").toString();
    }

    private long count(Class<? extends Verdict> kind) {
        return cases.stream().filter(each -> kind.isInstance(each.verdict())).count();
    }

    private static String text(Case each) {
        return "\t\t<testcase classname=\"%s\" name=\"%s\" time=\"%s\">\n%s\t\t</testcase>\n"
                .formatted(
                        escaped(each.type()),
                        escaped(each.name()),
                        time(each.seconds()),
                        text(each.verdict()));
    }

    private static String text(Verdict verdict) {
        return switch (verdict) {
            case Passed passed -> element("system-out", "", passed.output());
            case Skipped skipped -> element("skipped", "", skipped.reason());
            case Failed failed ->
                    element("failure", told(failed.message(), "failure"), failed.output());
            case Broken broken ->
                    element("error", told(broken.message(), "error"), broken.details());
        };
    }

    private static String told(String message, String type) {
        return " message=\"" + escaped(message) + "\" type=\"" + type + "\"";
    }

    private static String element(String name, String attributes, String text) {
        return "\t\t\t<" + name + attributes + ">" + escaped(text) + "</" + name + ">\n";
    }

    private static String time(double seconds) {
        return new BigDecimal(seconds).toPlainString();
    }

    /** What XML cannot hold at all is left out. */
    private static String escaped(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
