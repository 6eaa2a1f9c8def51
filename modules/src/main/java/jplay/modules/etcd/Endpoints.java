package jplay.modules.etcd;

import io.etcd.jetcd.maintenance.StatusResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import jplay.module.TaskFailure;
import org.jspecify.annotations.Nullable;

/**
 * What each of several members said when asked by itself.
 *
 * @param values return values per endpoint, in the order they were given; {@code error} where there
 *     was no answer
 */
record Endpoints(List<Map<String, @Nullable Object>> values) {
    Endpoints {
        values = List.copyOf(values);
    }

    /** Whether each answers a read that the whole cluster has agreed on. */
    static Endpoints health(Access access, List<String> endpoints) {
        return each(access, endpoints, (session, _) -> Keys.probe(session));
    }

    /** What each tells about itself. */
    static Endpoints status(Access access, List<String> endpoints) {
        return each(
                access,
                endpoints,
                (session, endpoint) ->
                        status(
                                session.await(
                                        session.client()
                                                .getMaintenanceClient()
                                                .statusMember(endpoint))));
    }

    /** Whether all answered. */
    boolean good() {
        return values.stream().noneMatch(value -> value.containsKey("error"));
    }

    /** What is wrong with those that did not answer. */
    String trouble() {
        return values.stream()
                .filter(value -> value.containsKey("error"))
                .map(value -> String.valueOf(value.get("error")))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static Endpoints each(Access access, List<String> endpoints, Question question) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked =
                    endpoints.stream()
                            .<Callable<Map<String, @Nullable Object>>>map(
                                    endpoint -> () -> one(access, endpoint, question))
                            .toList();
            return new Endpoints(
                    threads.invokeAll(asked).stream()
                            .map(java.util.concurrent.Future::resultNow)
                            .toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskFailure("interrupted while waiting for etcd");
        }
    }

    private static Map<String, @Nullable Object> one(
            Access access, String endpoint, Question question) {
        var value = new LinkedHashMap<String, @Nullable Object>();
        value.put("endpoint", endpoint);
        var start = System.nanoTime();
        try (var session = access.open(List.of(endpoint))) {
            value.putAll(question.ask(session, endpoint));
            value.put("took_ms", Duration.ofNanos(System.nanoTime() - start).toMillis());
        } catch (TaskFailure failure) {
            value.put("healthy", false);
            value.put("error", failure.result().message().orElse("no answer"));
        }
        return value;
    }

    private static Map<String, @Nullable Object> status(StatusResponse answer) {
        var value = new LinkedHashMap<String, @Nullable Object>();
        var member = answer.getHeader().getMemberId();
        value.put("healthy", answer.getErrorList().isEmpty());
        value.put("version", answer.getVersion());
        value.put("member_id", Long.toHexString(member));
        value.put("leader_id", Long.toHexString(answer.getLeader()));
        value.put("is_leader", member == answer.getLeader());
        value.put("is_learner", answer.isLearner());
        value.put("db_size", answer.getDbSize());
        value.put("db_size_in_use", answer.getDbSizeInUse());
        value.put("raft_term", answer.getRaftTerm());
        value.put("raft_index", answer.getRaftIndex());
        value.put("raft_applied_index", answer.getRaftAppliedIndex());
        value.put("errors", List.copyOf(answer.getErrorList()));
        return value;
    }

    private interface Question {
        Map<String, @Nullable Object> ask(Access.Session session, String endpoint);
    }
}
