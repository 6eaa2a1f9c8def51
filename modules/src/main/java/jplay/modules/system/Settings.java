package jplay.modules.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Words {@code NAME=VALUE} for a script; what is not given is left out. */
final class Settings {
    private final List<String> words = new ArrayList<>();

    /** One that is always given. */
    Settings put(String name, String value) {
        words.add(name + "=" + value);
        return this;
    }

    /** One that is yes or no. */
    Settings put(String name, boolean value) {
        return put(name, Units.flag(value));
    }

    /** One that may be given. */
    Settings putGiven(String name, Optional<?> value) {
        value.ifPresent(given -> put(name, given.toString()));
        return this;
    }

    /** All of them. */
    List<String> words() {
        return List.copyOf(words);
    }
}
