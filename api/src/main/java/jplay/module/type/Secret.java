package jplay.module.type;

/** A text that must not be seen: it prints as stars and is masked in whatever the task reports. */
public record Secret(String reveal) {
    @Override
    public String toString() {
        return "********";
    }
}
