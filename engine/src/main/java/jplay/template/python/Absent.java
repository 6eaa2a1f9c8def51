package jplay.template.python;

/** What stands for no value at all, where null would be Python's None. */
public enum Absent {
    ABSENT
}
