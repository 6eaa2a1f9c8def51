package jplay.modules.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jplay.module.Script;

/** Words {@code NAME=VALUE} for a script; what is not given is left out. */
public final class Settings {
    /** Shell functions that read the words. */
    public static final Script SCRIPT = Script.beside(Settings.class, "settings");

    private final List<String> words = new ArrayList<>();

    /** One that is always given. */
    public Settings put(String name, String value) {
        words.add(name + "=" + value);
        return this;
    }

    /** One that is yes or no. */
    public Settings put(String name, boolean value) {
        return put(name, value ? "1" : "0");
    }

    /** One of several words. */
    public Settings put(String name, Enum<?> value) {
        return put(name, word(value));
    }

    /** One that may be given. */
    public Settings putGiven(String name, Optional<?> value) {
        value.ifPresent(given -> put(name, given instanceof Boolean yes ? flag(yes) : text(given)));
        return this;
    }

    private static String text(Object given) {
        return given instanceof Enum<?> constant ? word(constant) : given.toString();
    }

    /** A constant as users write it. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** 1 or 0 for a script. */
    public static String flag(boolean wanted) {
        return wanted ? "1" : "0";
    }

    /** 1, 0 or empty for a script. */
    public static String flag(Optional<Boolean> wanted) {
        return wanted.map(Settings::flag).orElse("");
    }

    /** All of them. */
    public List<String> words() {
        return List.copyOf(words);
    }
}
