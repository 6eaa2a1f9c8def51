package jplay.connection.ssh.login;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import net.schmizz.sshj.Service;
import net.schmizz.sshj.transport.Transport;
import net.schmizz.sshj.transport.TransportException;

/**
 * Asks a server for its service of logging in without waiting for the answer: what follows travels
 * right behind, which saves a round trip. Only OpenSSH's server is asked so, which takes one
 * request after the other and is what nearly all hosts have.
 */
final class ServiceRequest {
    private static final long STEP_NANOS = 50_000;
    private static final long MOST_NANOS = 3_000_000;

    private final Transport transport;
    private final Service service;

    private ServiceRequest(Transport transport, Service service) {
        this.transport = transport;
        this.service = service;
    }

    /** Sends it when the server is one of OpenSSH; whether that is so. */
    static boolean sent(Transport transport, Service service) {
        var server = Optional.ofNullable(transport.getServerVersion()).orElse("");
        if (!server.startsWith("OpenSSH_")) {
            return false;
        }
        new ServiceRequest(transport, service).send();
        return true;
    }

    /** The library wants somebody who waits for the answer; whoever waits has sent the request. */
    private void send() {
        var waiting = Thread.ofPlatform().daemon().name("service request").start(this::await);
        var step = STEP_NANOS;
        while (waiting.isAlive() && waiting.getState() != Thread.State.TIMED_WAITING) {
            LockSupport.parkNanos(step);
            // with hundreds at a time it takes long to be heard
            step = Math.min(2 * step, MOST_NANOS);
        }
        transport.setService(service);
    }

    private void await() {
        try {
            transport.reqService(service);
        } catch (TransportException _) {
            // the login is told as well
        }
    }
}
