package jplay.module;

/** A module cannot do what it was asked for; the task fails on this host with this result. */
public class TaskFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Result result;

    public TaskFailure(String message) {
        this(Result.failure(message));
    }

    public TaskFailure(Result result) {
        super(result.message().orElse("failed"));
        this.result = result.asFailed();
    }

    /** What the task reports. */
    public Result result() {
        return result;
    }
}
