package jplay.modules.pki;

import java.util.regex.Pattern;
import jplay.module.TaskFailure;
import org.bouncycastle.asn1.x500.X500Name;

/** What is asked for: the task's arguments with the names read. */
record KeyRequest(SigningRequest task, AlternativeNames names) {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N} ._:@*/()-]+");

    KeyRequest {
        plain("common_name", task.commonName());
        task.organization().ifPresent(name -> plain("organization", name));
    }

    /** The subject to ask for. */
    X500Name subject() {
        return Wanted.subject(task.commonName(), task.organization());
    }

    /** The request in words, for a diff. */
    String text() {
        return "subject: %s\nnames: %s\n".formatted(subject(), String.join(", ", names.names()));
    }

    /** The same as a configuration of openssl. */
    String settings() {
        var text = new StringBuilder("[req]\nprompt = no\nutf8 = yes\nstring_mask = utf8only\n");
        text.append("distinguished_name = subject\n");
        if (!names.isEmpty()) {
            text.append("req_extensions = extensions\n[extensions]\nsubjectAltName = ");
            text.append(String.join(",", names.names())).append('\n');
        }
        text.append("[subject]\n");
        task.organization().ifPresent(name -> text.append("O = ").append(name).append('\n'));
        return text.append("CN = ").append(task.commonName()).append('\n').toString();
    }

    private static void plain(String argument, String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw new TaskFailure(
                    "%s: got '%s', want letters, digits, spaces and . _ : @ * / ( ) -"
                            .formatted(argument, text));
        }
    }
}
