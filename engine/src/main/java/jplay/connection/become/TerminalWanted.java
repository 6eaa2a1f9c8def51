package jplay.connection.become;

import jplay.module.TaskFailure;

/** The method works only where there is a terminal. */
public final class TerminalWanted extends TaskFailure {
    private static final long serialVersionUID = 1L;

    TerminalWanted(String message) {
        super(message);
    }
}
