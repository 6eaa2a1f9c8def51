package jplay.module;

import java.util.List;
import java.util.stream.Collectors;

/** The arguments of a task are wrong: one or more problems, never empty. */
public class ArgsException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<ArgsSpec.ArgProblem> problems;

    public ArgsException(List<ArgsSpec.ArgProblem> problems) {
        super(
                problems.stream()
                        .map(ArgsSpec.ArgProblem::message)
                        .collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** All of them. */
    public List<ArgsSpec.ArgProblem> problems() {
        return problems;
    }
}
