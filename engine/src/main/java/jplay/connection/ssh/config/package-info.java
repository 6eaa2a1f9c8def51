/**
 * OpenSSH's configuration: files and options, and what they come to for one host. Nothing is
 * connected here.
 *
 * <p>Entry types: {@link jplay.connection.ssh.config.SshConfig}, {@link
 * jplay.connection.ssh.config.HostOptions}.
 */
@NullMarked
package jplay.connection.ssh.config;

import org.jspecify.annotations.NullMarked;
