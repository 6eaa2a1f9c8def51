#!/usr/bin/env bash
# What many hosts over ssh cost, on this machine, now: jplay beside ansible-core with pipelining,
# Mitogen and pyinfra, on hosts of the lab, behind a line with a delay. Prints Markdown.
#
# hosts.sh [PARTS [DELAYS [HOSTS [TOOLS]]]], each a list with commas or "-" for all of it:
#   PARTS   a  57 small operations a host       b  a role of 50 tasks, first and unchanged
#           c  gathering facts                  d  a file of 100 MiB
#           e  20 tasks on many ssh hosts (1,000; another number: e200), jplay alone
#           f  one task on more of them (5,000; another number: f2000): what connections cost
#   DELAYS  milliseconds of a round trip: 0,10,50
#   HOSTS   1,5,20
#   TOOLS   jplay,ansible,mitogen,pyinfra
# A cell: wall time (CPU time of the tool + of the hosts), and how many times as long as jplay.
# RUNS (default 1) repeats each and takes the median. The tools are installed from PyPI into
# ~/.cache/jplay/bench the first time. All of it takes about an hour; `hosts.sh a 0 5` two minutes.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
kept=${XDG_CACHE_HOME:-$HOME/.cache}/jplay/bench

# venv NAME PACKAGE...: with exactly these packages.
venv() {
    local folder=$kept/$1
    shift
    if [ "$(cat "$folder/made-of" 2>/dev/null)" != "$*" ]; then
        rm -rf "$folder"
        python3 -m venv "$folder"
        "$folder/bin/pip" install -q --disable-pip-version-check "$@"
        echo "$*" >"$folder/made-of"
    fi
}

venv ansible ansible-core==2.19.14 mitogen==0.3.54
venv pyinfra pyinfra==3.10.0
./jplay --version >/dev/null
tarball=$(tests/lab/image debian12)
image=${tarball##*-}
image=jplay-lab/debian12:${image%.tar}
docker image inspect "$image" >/dev/null 2>&1 || docker import "$tarball" "$image" >/dev/null
BENCH_IMAGE=$image BENCH_TOOLS=$kept exec python3 tests/bench/hosts/hosts.py "$@"
