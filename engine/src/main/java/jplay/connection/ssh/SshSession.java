package jplay.connection.ssh;

/** A session on a host, and the connection it goes over. */
record SshSession(Link link, ShellChannel channel) {
    /** Whether the other side is still there. */
    boolean running() {
        return channel.isOpen() && link.alive();
    }
}
