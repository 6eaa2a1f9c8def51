package jplay.template.ansible.general;

import java.util.Arrays;
import java.util.regex.Pattern;
import jplay.template.filter.FilterCall;
import jplay.template.python.PythonError;

/** {@code fqdn_valid}: names of hosts by RFC 1123. */
final class DomainName {
    private static final int LONGEST = 253;
    private static final Pattern LABEL = Pattern.compile("(?!-)[a-zA-Z0-9-]{1,63}(?<!-)");
    private static final Pattern LOOSE_LABEL = Pattern.compile("(?!-)[a-zA-Z0-9_-]{1,63}(?<!-)");

    private DomainName() {}

    static Object isValid(FilterCall call) {
        if (!(call.value() instanceof CharSequence text) || text.isEmpty()) {
            throw PythonError.type("fqdn must be str");
        }
        var name = text.toString().endsWith(".") ? text.subSequence(0, text.length() - 1) : text;
        var labels = name.toString().split("\\.", -1);
        var label = call.flag("allow_underscores") ? LOOSE_LABEL : LABEL;
        return name.length() <= LONGEST
                && labels.length >= call.integer("min_labels")
                && Arrays.stream(labels).allMatch(label.asMatchPredicate());
    }
}
