package jplay.connection.become;

import java.util.regex.Pattern;

/** Recognises that a program asks for a password, in the languages that programs speak. */
final class Prompt {
    private static final String WORDS =
            "password|passwort|passphrase|mot de passe|contrase\u00f1a|contrasinal|contrasenya|clave"
                    + "|senha|palavra-passe|wachtwoord|passord|adgangskode|kodeord|l\u00f6senord|salasana|aðgangsorð"
                    + "|heslo|has\u0142o|geslo|lozinka|zaporka|\u043b\u043e\u0437\u0438\u043d\u043a\u0430"
                    + "|\u043f\u0430\u0440\u043e\u043b\u044c|\u043f\u0430\u0440\u043e\u043b\u0430|parol\u0117|slapta\u017eodis|parole|parool|parola"
                    + "|jelsz\u00f3|\u015fifre|\u03ba\u03c9\u03b4\u03b9\u03ba\u03cc\u03c2|\u03c3\u03c5\u03bd\u03b8\u03b7\u03bc\u03b1\u03c4\u03b9\u03ba\u03cc|pasahitza|m\u1eadt kh\u1ea9u|kata sandi|sandi"
                    + "|\u30d1\u30b9\u30ef\u30fc\u30c9|\u5bc6\u7801|\u5bc6\u78bc|\u53e3\u4ee4|\uc554\ud638|\ube44\ubc00\ubc88\ud638"
                    + "|\u05e1\u05d9\u05e1\u05de\u05d4|\u0643\u0644\u0645\u0629|\u0e23\u0e2b\u0e31\u0e2a\u0e1c\u0e48\u0e32\u0e19";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern ASKING =
            Pattern.compile("(?:" + WORDS + ")[^\n]*[:\uff1a]\\s*\\z", FLAGS);
    private static final Pattern MENTIONED = Pattern.compile(WORDS, FLAGS);

    private Prompt() {}

    /** Whether the last line asks for a password. */
    static boolean asks(CharSequence said) {
        return said.toString().endsWith(BecomeCommand.PROMPT) || ASKING.matcher(said).find();
    }

    /** Whether a refusal is about a password. */
    static boolean mentions(CharSequence said) {
        return MENTIONED.matcher(said).find();
    }
}
