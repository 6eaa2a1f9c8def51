package jplay.modules.etcd;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jplay.module.Arg;
import jplay.module.Constraint;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Result;
import jplay.module.TaskFailure;

/** Asks and changes an etcd cluster from the controller; no etcdctl is needed anywhere. */
@Named(
        value = "jplay.etcd.etcdctl",
        summary =
                "Asks or changes an etcd cluster from the controller, by etcd's own protocol:"
                        + " health, status, members, keys.")
@Constraint(
        value = Constraint.Kind.REQUIRED_TOGETHER,
        arguments = {"cert", "key"})
@Constraint(
        value = Constraint.Kind.REQUIRED_IF,
        when = "command=put",
        arguments = {"entry", "value"})
@Constraint(
        value = Constraint.Kind.REQUIRED_IF,
        when = "command=get",
        arguments = {"entry"})
public record Etcdctl(
        @Arg("What to do.") Action command,
        @Arg("URLs of members, such as https://10.0.0.1:2379.") List<String> endpoints,
        @Arg("The authority that signed the members' certificates, a file of the controller.")
                Optional<String> cacert,
        @Arg("The certificate to show to the members, a file of the controller.")
                Optional<String> cert,
        @Arg("The key of that certificate, a file of the controller.") Optional<String> key,
        @Arg("For put and get: the key in etcd.") Optional<String> entry,
        @Arg("For put: the value.") Optional<String> value,
        @Arg(value = "For get: all keys that begin with entry.", orElse = "false") boolean prefix,
        @Arg(value = "Seconds to wait for a connection.", orElse = "2") int timeout,
        @Arg(value = "Seconds to wait for an answer.", orElse = "5") int commandTimeout,
        @Arg(
                        name = "wait",
                        value = "For health: seconds to wait until all endpoints are healthy.",
                        orElse = "0")
                int waitSeconds)
        implements Module {
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** What can be done. */
    public enum Action {
        /** Whether each endpoint answers a linearizable read. */
        HEALTH,
        /** Version, size, leader and raft numbers of each endpoint's member. */
        STATUS,
        /** The members of the cluster. */
        MEMBER_LIST,
        /** Writes a key. */
        PUT,
        /** Reads a key, or all below a prefix. */
        GET
    }

    public Etcdctl {
        endpoints = List.copyOf(endpoints);
    }

    @Override
    public Plan plan(Remote remote) {
        if (endpoints.isEmpty()) {
            return Plan.failed(
                    "endpoints: got none, want URLs of members such as https://10.0.0.1:2379");
        }
        var limits =
                new Access.Limits(Duration.ofSeconds(timeout), Duration.ofSeconds(commandTimeout));
        var credentials = Access.Credentials.read(cacert, cert, key);
        var access = Access.to(endpoints, credentials, limits);
        return switch (command) {
            case HEALTH -> health(access);
            case STATUS -> answer(Endpoints.status(access, endpoints));
            case MEMBER_LIST -> members(access);
            case PUT -> put(access);
            case GET -> get(access);
        };
    }

    private Plan health(Access access) {
        var end = Instant.now().plusSeconds(waitSeconds);
        var seen = Endpoints.health(access, endpoints);
        while (!seen.good() && Instant.now().isBefore(end)) {
            pause();
            seen = Endpoints.health(access, endpoints);
        }
        return answer(seen);
    }

    private Plan answer(Endpoints seen) {
        var result = Result.of().with("healthy", seen.good()).with("endpoints", seen.values());
        return seen.good()
                ? new Plan.Unchanged(result)
                : new Plan.Failed(result.message(seen.trouble()).asFailed());
    }

    private Plan members(Access access) {
        try (var cluster = access.open(endpoints)) {
            return new Plan.Unchanged(Result.of().with("members", Keys.members(cluster)));
        }
    }

    private Plan get(Access access) {
        try (var cluster = access.open(endpoints)) {
            var found = Keys.get(cluster, wanted(), prefix);
            return new Plan.Unchanged(
                    Result.of().with("entries", found).with("count", (long) found.size()));
        }
    }

    private Plan put(Access access) {
        var name = wanted();
        var text = value.orElseThrow(() -> new TaskFailure("value: put needs one"));
        try (var cluster = access.open(endpoints)) {
            var old = Keys.get(cluster, name, false);
            if (!old.isEmpty() && text.equals(old.getFirst().get("value"))) {
                return Plan.unchanged("the key has this value");
            }
        }
        return Plan.change(
                "put " + name,
                () -> {
                    try (var cluster = access.open(endpoints)) {
                        return Result.of().with("revision", Keys.put(cluster, name, text));
                    }
                });
    }

    private String wanted() {
        return entry.filter(text -> !text.isEmpty())
                .orElseThrow(() -> new TaskFailure("entry: want the name of a key"));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskFailure("interrupted while waiting for etcd");
        }
    }
}
