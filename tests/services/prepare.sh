# shellcheck shell=sh
# Units of which each is odd in its own way, all stopped and none of them enabled.
cd /etc/systemd/system || exit
cp /dev/null /run/probe.log
unit() {
    cat >"$1"
}
systemctl stop 'probe*' 2>/dev/null
rm -rf -- nosuch* probe* *.wants/probe* /run/systemd/system/probe* /run/systemd/system/*.wants/probe* \
    /lib/systemd/system/probe* /etc/systemd/user/probe* /etc/systemd/user/*.wants/probe* /etc/rc?.d/*probe-old
unit probe.service <<'UNIT'
[Unit]
Description=Probe = one; {two}
[Service]
Environment="A=b c" D=e
ExecStart=/bin/sleep infinity
ExecReload=/bin/sh -c 'echo "reload  twice" >>/run/probe.log'
[Install]
WantedBy=multi-user.target
UNIT
unit probe.timer <<'UNIT'
[Timer]
OnCalendar=2100-01-01
Unit=probe-static.service
[Install]
WantedBy=multi-user.target
UNIT
unit probe@.service <<'UNIT'
[Service]
ExecStart=/bin/sleep infinity
[Install]
WantedBy=multi-user.target
DefaultInstance=one
UNIT
unit probe-static.service <<'UNIT'
[Service]
ExecStart=/bin/sleep infinity
UNIT
unit probe-broken.service <<'UNIT'
[Service]
Type=oneshot
ExecStart=/bin/false
[Install]
WantedBy=multi-user.target
UNIT
unit probe-slow.service <<'UNIT'
[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/bin/sleep 4
[Install]
WantedBy=multi-user.target
UNIT
unit probe-still.service <<'UNIT'
[Service]
ExecStart=/bin/sleep infinity
[Install]
WantedBy=multi-user.target
Alias=probe-other.service
UNIT
unit probe-wrong.service <<'UNIT'
[Service]
Type=simple
Restart=always
UNIT
unit /etc/systemd/user/probe-mine.service <<'UNIT'
[Service]
ExecStart=/bin/sleep infinity
[Install]
WantedBy=default.target
UNIT
ln -s /dev/null probe-masked.service
unit /etc/init.d/probe-old <<'SCRIPT'
#!/bin/sh
### BEGIN INIT INFO
# Provides: probe-old
# Required-Start:
# Required-Stop:
# Default-Start: 2 3 4 5
# Default-Stop: 0 1 6
# Short-Description: of old
### END INIT INFO
case $1 in
    start) : >/run/probe-old ;;
    stop) rm -f /run/probe-old ;;
    status) [ -e /run/probe-old ] || exit 3 ;;
esac
SCRIPT
chmod 0755 /etc/init.d/probe-old
systemctl daemon-reload
systemctl reset-failed
:
