package jplay.strategy;

import java.util.ArrayDeque;

/**
 * Every host goes as fast as it can.
 *
 * @param limit how many hosts are under way at a time
 */
record Free(int limit) implements Strategy {
    @Override
    public boolean together() {
        return false;
    }

    @Override
    public void run(BatchRun batch) throws InterruptedException {
        batch.eachAlone();
        var waiting = new ArrayDeque<>(batch.iterator().hosts());
        var underWay = 0;
        while (underWay > 0 || !waiting.isEmpty()) {
            while (underWay < limit && !waiting.isEmpty()) {
                underWay += began(batch, waiting.remove()) ? 1 : 0;
            }
            if (underWay > 0) {
                var host = batch.await().host();
                batch.roundEnded();
                underWay -= began(batch, host) ? 0 : 1;
            }
        }
    }

    private static boolean began(BatchRun batch, String host) {
        for (var step = batch.iterator().current(host);
                step.isPresent();
                step = batch.iterator().current(host)) {
            if (batch.settledAtOnce(step.get())) {
                continue;
            }
            batch.start(step.get());
            return true;
        }
        return false;
    }
}
