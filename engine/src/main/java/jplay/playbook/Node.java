package jplay.playbook;

/** What a list of tasks is made of. */
public sealed interface Node permits Block, Task {
    /** All that was written on it and on what it stands in. */
    Directives directives();
}
