/**
 * What {@code service} and {@code systemd_service} answer on a host with systemd, compared with
 * recorded answers of Ansible: {@code tests/services} holds the cases, the units they are about,
 * and the answers.
 */
@NullMarked
package jplay.services;

import org.jspecify.annotations.NullMarked;
