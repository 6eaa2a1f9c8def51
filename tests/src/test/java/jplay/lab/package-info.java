/**
 * Hosts to run playbooks against: containers with systemd and sshd, started by Testcontainers from
 * images that {@code tests/lab/image} makes. Begin with {@link jplay.lab.Lab}; a class of tests
 * that needs hosts is marked {@link jplay.lab.LabTest}. Nothing here knows what is tested.
 */
@NullMarked
package jplay.lab;

import org.jspecify.annotations.NullMarked;
