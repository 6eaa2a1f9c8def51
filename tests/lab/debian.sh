#!/bin/sh
# debian.sh ROOT: makes a Debian that was just installed one that boots in a container. Each host makes keys of its own.
set -eu

rm -f "$1"/etc/ssh/ssh_host_*
: >"$1/etc/machine-id"
mkdir -p "$1/etc/systemd/system/ssh.service.d"
cat >"$1/etc/systemd/system/ssh.service.d/keys.conf" <<'UNIT'
[Service]
ExecStartPre=
ExecStartPre=/usr/bin/ssh-keygen -A
ExecStartPre=/usr/sbin/sshd -t
UNIT
chroot "$1" systemctl --quiet enable ssh.service
# there are no devices, consoles and seats
chroot "$1" systemctl --quiet mask systemd-udevd.service systemd-udev-trigger.service getty.target \
    console-getty.service systemd-logind.service systemd-firstboot.service
