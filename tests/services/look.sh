# shellcheck shell=sh
# The units that prepare.sh makes: whether they run and whether they start at boot; what probe did.
systemctl show -p Id -p ActiveState -p UnitFileState --value probe.service probe-static.service probe-still.service \
    probe-masked.service probe-slow.service probe-broken.service probe.timer probe@one.service |
    paste -d ' ' - - - - | sed 's/ *$//'
echo "probe-old.service $(systemctl is-active probe-old.service)" \
    "$(systemctl is-enabled probe-old.service 2>/dev/null)"
unit=probe-mine.service
echo $unit "$(systemctl is-active $unit)" "$(systemctl --global is-enabled $unit 2>/dev/null)"
cat /run/probe.log
