package jplay.task;

import jplay.play.Step;
import jplay.template.Scope;

/** The variables a task sees. */
public interface TaskScopes {
    /** What the task of a step sees on its host. */
    Scope of(Step step);

    /** What the task would see were it on another host: how to reach the one it is delegated to. */
    Scope delegated(Step step, String delegate);

    /** Where a host is reached when no variable says where. */
    String address(String host);
}
