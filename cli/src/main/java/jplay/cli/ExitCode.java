package jplay.cli;

/** What the process ends with, as {@code ansible-playbook} does. */
public enum ExitCode {
    /** All went well. */
    OK(0),
    /** It could not begin: a file is missing, a setting is wrong. */
    ERROR(1),
    /** Wrong options, or a host failed. */
    FAILED(2),
    /** A host could not be reached, or the playbook is wrong. */
    UNREACHABLE_OR_WRONG_PLAYBOOK(4),
    /** Options that contradict each other. */
    BAD_OPTIONS(5),
    /** Ctrl-C. */
    INTERRUPTED(99),
    /** A defect of jplay. */
    UNEXPECTED(250);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The number for the operating system. */
    public int code() {
        return code;
    }
}
