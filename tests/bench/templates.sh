#!/usr/bin/env bash
# What templates cost, on this machine, now: jplay's by JMH, then jinja2's and ansible-core's where
# PYTHON (default python3) can import them, and how they compare. About a minute and a half.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
root=$PWD
# shellcheck source=../../tools/jdk.sh
. tools/jdk.sh
# shellcheck source=../../tools/build.sh
. tools/build.sh
find_jdk
log=$(mktemp)
trap 'rm -f "$log"' EXIT

maven -q -Dquick -Dmaven.test.skip=false -DskipTests -Dbench=TemplateBenchmark -pl tests -am process-test-classes | tee "$log"
if ! "${PYTHON:-python3}" -c 'import jinja2' 2>/dev/null; then
    echo "${PYTHON:-python3} has no jinja2: nothing to compare with"
    exit
fi
"${PYTHON:-python3}" tests/bench/templates.py tests/bench/templates | tee -a "$log"
awk '
    $1 ~ /^TemplateBenchmark\./ && $2 == "avgt" { sub(/.*\./, "", $1); ours[$1] = $4 }
    $1 == "jinja2" || $1 == "ansible" { printf "%-8s %-14s %12.0f ns, jplay %10.0f ns: %7.1f times as long\n", $1, $2, $3, ours[$2], $3 / ours[$2] }
' "$log"
