package jplay.run;

import jplay.task.Reach;

/** Connections to hosts, to be closed at the end of the run. */
interface OpenReach extends Reach, AutoCloseable {
    @Override
    void close();
}
