package jplay.module;

import java.util.Optional;
import jplay.diagnostic.Diagnostic;

/** A module cannot do what it was asked for; the task fails on this host with this result. */
public class TaskFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Result result;
    private final transient Optional<Diagnostic> cause;

    public TaskFailure(String message) {
        this(Result.failure(message));
    }

    public TaskFailure(Result result) {
        this(result, Optional.empty());
    }

    /** A failure whose cause stands elsewhere than the task, as in a template file. */
    public TaskFailure(Diagnostic cause) {
        this(Result.failure("Task failed: " + cause.message()), Optional.of(cause));
    }

    private TaskFailure(Result result, Optional<Diagnostic> cause) {
        super(result.message().orElse("failed"));
        this.result = result.asFailed();
        this.cause = cause;
    }

    /** What it comes from, where that has a place of its own. */
    public Optional<Diagnostic> origin() {
        return cause;
    }

    /** What the task reports. */
    public Result result() {
        return result;
    }
}
