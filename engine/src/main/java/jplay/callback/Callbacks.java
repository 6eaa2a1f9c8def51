package jplay.callback;

import java.util.List;
import jplay.diagnostic.Diagnostic;
import jplay.playbook.Play;
import jplay.playbook.Playbook;
import jplay.result.CustomStats;
import jplay.result.Recap;

/**
 * Several callbacks as one.
 *
 * @param all told in this order
 */
public record Callbacks(List<Callback> all) implements Callback {
    public Callbacks {
        all = List.copyOf(all);
    }

    @Override
    public void playbookStarted(Playbook playbook) {
        all.forEach(each -> each.playbookStarted(playbook));
    }

    @Override
    public void playStarted(Play play, String name) {
        all.forEach(each -> each.playStarted(play, name));
    }

    @Override
    public void noHostsMatched() {
        all.forEach(Callback::noHostsMatched);
    }

    @Override
    public void noHostsRemaining() {
        all.forEach(Callback::noHostsRemaining);
    }

    @Override
    public void taskStarted(TaskHeading heading) {
        all.forEach(each -> each.taskStarted(heading));
    }

    @Override
    public void hostStarted(TaskHeading heading, String host) {
        all.forEach(each -> each.hostStarted(heading, host));
    }

    @Override
    public void itemEnded(HostEvent event) {
        all.forEach(each -> each.itemEnded(event));
    }

    @Override
    public void taskEnded(HostEvent event) {
        all.forEach(each -> each.taskEnded(event));
    }

    @Override
    public void retrying(HostEvent event, int triesLeft) {
        all.forEach(each -> each.retrying(event, triesLeft));
    }

    @Override
    public void sending(String host, long bytes, long size) {
        all.forEach(each -> each.sending(host, bytes, size));
    }

    @Override
    public void travelled(String host, int roundTrips) {
        all.forEach(each -> each.travelled(host, roundTrips));
    }

    @Override
    public void jobSeen(String host, String id, JobProgress progress) {
        all.forEach(each -> each.jobSeen(host, id, progress));
    }

    @Override
    public void included(String file, List<String> hosts, String itemLabel) {
        all.forEach(each -> each.included(file, hosts, itemLabel));
    }

    @Override
    public void notified(String handler, String host) {
        all.forEach(each -> each.notified(handler, host));
    }

    @Override
    public void warned(Diagnostic diagnostic) {
        all.forEach(each -> each.warned(diagnostic));
    }

    @Override
    public void customStats(CustomStats stats) {
        all.forEach(each -> each.customStats(stats));
    }

    @Override
    public void playbookEnded(Recap recap) {
        all.forEach(each -> each.playbookEnded(recap));
    }
}
