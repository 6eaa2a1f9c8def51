package jplay.modules.system;

/** Whether an account should be there. */
public enum Presence {
    ABSENT,
    PRESENT
}
