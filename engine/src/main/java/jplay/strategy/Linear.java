package jplay.strategy;

import java.util.List;
import jplay.play.Step;

/** All hosts do the same task before any of them goes on to the next. */
record Linear() implements Strategy {
    @Override
    public boolean together() {
        return true;
    }

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
        if (!batch.wanted(round.getFirst())) {
            round.forEach(batch::passOver);
            return;
        }
        var active = batch.active(round);
        if (batch.oneByOne(active.getFirst())) {
            for (var step : active) {
                together(List.of(step), batch);
            }
        } else {
            together(active, batch);
        }
        round.subList(active.size(), round.size()).forEach(batch::passOver);
        batch.roundEnded();
    }

    private static void together(List<Step> steps, BatchRun batch) throws InterruptedException {
        batch.announce(steps.getFirst());
        steps.forEach(batch::start);
        for (var ended = 0; ended < steps.size(); ended++) {
            batch.await();
        }
    }
}
