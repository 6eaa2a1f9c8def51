package jplay.config;

/** What the text of a setting is read as. */
public enum Kind {
    BOOLEAN("a boolean such as 'true' or 'no'"),
    INTEGER("a whole number"),
    TEXT("a text"),
    /** Words between commas. */
    LIST("a list of words between commas"),
    /** A file or folder; a relative one starts at the folder of the file that says so. */
    PATH("a path"),
    /** Paths between colons. */
    PATHS("paths between colons"),
    /** Inventory sources between commas: each a path. */
    SOURCES("paths between commas");

    private final String description;

    Kind(String description) {
        this.description = description;
    }

    /** For messages: what is wanted. */
    public String description() {
        return description;
    }
}
