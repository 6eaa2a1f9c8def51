#!/usr/bin/env bash
# How long starts take, on this machine, now: the median wall time of 20 runs of
# `./jplay --version`, then of 5 runs of the main job over a cluster that is as it should be. The
# cluster is made first where there is none, and stays.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
log=$(mktemp)
trap 'rm -f "$log"' EXIT
TIMEFORMAT=%R

# median COUNT COMMAND...: seconds; what the last run printed stays in $log.
median() {
    local count=$1 times=() run
    shift
    for ((run = 0; run < count; run++)); do
        times+=("$({ time "$@" >"$log" 2>&1; } 2>&1)") || {
            cat "$log" >&2
            echo "startup.sh: '$*' failed" >&2
            return 1
        }
    done
    printf '%s\n' "${times[@]}" | sort -n | sed -n "$(((count + 1) / 2))p"
}

./jplay --version >/dev/null
version=$(median 20 ./jplay --version)
echo "./jplay --version: $version s (median of 20, budget 0.2 s)"

job=(./jplay etcd.yaml -e etcd_action=create)
"${job[@]}" >"$log" 2>&1 || {
    cat "$log" >&2
    exit 1
}
unchanged=$(median 5 "${job[@]}")
echo "unchanged ${job[*]}: $unchanged s (median of 5, budget 3 s)"
sed -n '/^PLAY RECAP/,$p' "$log"
