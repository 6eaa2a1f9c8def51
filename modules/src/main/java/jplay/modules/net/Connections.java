package jplay.modules.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jplay.module.TaskFailure;

/** Connections as the kernel's tables {@code /proc/net/tcp} and {@code tcp6} write them. */
final class Connections {
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Map<String, String> STATES =
            Map.ofEntries(
                    Map.entry("ESTABLISHED", "01"),
                    Map.entry("SYN_SENT", "02"),
                    Map.entry("SYN_RECV", "03"),
                    Map.entry("FIN_WAIT1", "04"),
                    Map.entry("FIN_WAIT2", "05"),
                    Map.entry("TIME_WAIT", "06"),
                    Map.entry("CLOSE", "07"),
                    Map.entry("CLOSE_WAIT", "08"),
                    Map.entry("LAST_ACK", "09"),
                    Map.entry("LISTEN", "0A"),
                    Map.entry("CLOSING", "0B"));

    private Connections() {}

    /** Numbers of states, with blanks between. */
    static String states(List<String> names) {
        var unknown = names.stream().filter(name -> !STATES.containsKey(name)).findFirst();
        if (unknown.isPresent()) {
            throw new TaskFailure(
                    "unknown active_connection_state (%s) defined".formatted(unknown.get()));
        }
        return names.stream().map(STATES::get).collect(Collectors.joining(" "));
    }

    /** Addresses with blanks between, each behind {@code =}; names stay for the host to resolve. */
    static String addresses(List<String> hosts) {
        var words = new LinkedHashSet<String>();
        for (var host : hosts) {
            if (LITERAL.matcher(host).matches()) {
                forms(host).forEach(form -> words.add("=" + form));
            } else {
                words.add(host.replaceAll("\\s", ""));
            }
        }
        return String.join(" ", words);
    }

    /** In both orders of bytes: which one it is depends on the processor. */
    private static Set<String> forms(String literal) {
        byte[] bytes;
        try {
            bytes = InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            throw new TaskFailure("no address: " + literal);
        }
        var forms = new LinkedHashSet<String>();
        forms.add(words(bytes, true));
        forms.add(words(bytes, false));
        if (bytes.length == 4) {
            forms.add("0".repeat(16) + "FFFF0000" + words(bytes, true));
            forms.add("0".repeat(16) + "0000FFFF" + words(bytes, false));
        }
        return forms;
    }

    private static String words(byte[] bytes, boolean little) {
        var text = new StringBuilder();
        for (var at = 0; at < bytes.length; at += 4) {
            var word = new ArrayList<Byte>();
            for (var offset = 0; offset < 4; offset++) {
                word.add(bytes[at + offset]);
            }
            if (little) {
                Collections.reverse(word);
            }
            word.forEach(each -> text.append(HexFormat.of().withUpperCase().toHexDigits(each)));
        }
        return text.toString();
    }
}
