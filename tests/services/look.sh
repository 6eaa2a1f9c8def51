# shellcheck shell=sh
# The units that prepare.sh makes: whether they run and whether they start at boot; what probe did.
units='probe.service probe-static.service probe-still.service probe-masked.service probe-slow.service
    probe-old.service probe-broken.service probe.timer probe@one.service'
for unit in $units; do
    # shellcheck disable=SC2046 # words of one line
    echo "$unit" $(systemctl is-active "$unit") $(systemctl is-enabled "$unit" 2>/dev/null)
done
unit=probe-mine.service
echo $unit "$(systemctl is-active $unit)" "$(systemctl --global is-enabled $unit 2>/dev/null)"
cat /run/probe.log
