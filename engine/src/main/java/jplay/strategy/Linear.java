package jplay.strategy;

import jplay.play.Step;

import java.util.List;

/** All hosts do the same task before any of them goes on to the next. */
record Linear() implements Strategy {
    @Override
    public void run(BatchRun batch) throws InterruptedException {
        for (var round = batch.iterator().round();
                !round.isEmpty();
                round = batch.iterator().round()) {
            if (round.stream().filter(batch::settledAtOnce).count() == 0) {
                run(round, batch);
            }
        }
    }

    private static void run(List<Step> round, BatchRun batch) throws InterruptedException {
        var active = batch.active(round);
        batch.announceAll(active);
        active.forEach(batch::start);
        for (var ended = 0; ended < active.size(); ended++) {
            batch.await();
        }
        round.subList(active.size(), round.size()).forEach(batch::passOver);
        batch.roundEnded();
    }
}
