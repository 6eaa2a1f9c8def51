package jplay.template.python;

import java.util.AbstractList;
import java.util.RandomAccess;

/** Python's {@code range}. */
public final class Range extends AbstractList<Object> implements RandomAccess {
    private final long start;
    private final long stop;
    private final long step;
    private final int size;

    public Range(long start, long stop, long step) {
        if (step == 0) {
            throw PythonError.value("range() arg 3 must not be zero");
        }
        this.start = start;
        this.stop = stop;
        this.step = step;
        var span = step > 0 ? stop - start : start - stop;
        var stride = Math.abs(step);
        this.size = span <= 0 ? 0 : (int) ((span + stride - 1) / stride);
    }

    /** Every n-th element of a part of it. */
    public Range slice(long from, long to, long every) {
        return new Range(start + from * step, start + to * step, every * step);
    }

    @Override
    public Object get(int index) {
        return start + java.util.Objects.checkIndex(index, size) * step;
    }

    @Override
    public int size() {
        return size;
    }

    /** As Python prints it. */
    @Override
    public String toString() {
        var bounds = "range(" + start + ", " + stop;
        return step == 1 ? bounds + ")" : bounds + ", " + step + ")";
    }
}
