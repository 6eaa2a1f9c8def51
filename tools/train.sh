#!/bin/sh
# Makes the AOT cache of a distribution: runs the program once and keeps the classes it loaded.
#
# train.sh JDK next|current: next becomes current by it. What is run are the playbooks in
# tests/training, or --version while there are none.
set -eu

root=$(CDPATH='' cd -P -- "$(dirname "$0")/.." && pwd)
# shellcheck source=tools/jdk.sh
. "$root/tools/jdk.sh"
# shellcheck source=tools/launch.sh
. "$root/tools/launch.sh"

jdk=$1
pointer=$2
find_distribution "$pointer"
is_jdk "$jdk" || {
    no_jdk
    exit 1
}
new=$distribution/jplay.aot.$$
trap 'rm -f "$new" "$new.config" "$new.log"' EXIT

set -- --version
if [ -d "$root/tests/training" ]; then
    cd "$root/tests/training"
    for playbook in *.yml; do
        if [ -f "$playbook" ]; then
            [ "$1" != --version ] || shift
            set -- "$@" "$playbook"
        fi
    done
fi
# shellcheck disable=SC2086 # the options are several words
if ! "$jdk/bin/java" $jvm_options -XX:AOTCacheOutput="$new" -Djplay.home="$root" \
    -jar "$distribution/lib/jplay.jar" "$@" >"$new.log" 2>&1 </dev/null || [ ! -s "$new" ]; then
    echo "train.sh: the run of 'jplay $*' that fills the AOT cache failed:" >&2
    cat "$new.log" >&2
    exit 1
fi
mv -f "$new" "$distribution/jplay.aot"
echo "${jdk_version# }" >"$distribution/trained"
if [ "$pointer" = next ]; then
    mv -f "$root/cli/target/jplay/next" "$root/cli/target/jplay/current"
fi
