# shellcheck shell=sh
# Builds the program. Sourced with $root and $jdk set, after jdk.sh and launch.sh.
# shellcheck disable=SC2154 # which come from who sources this

lock=$root/target/build.lock

say() {
    echo "${0##*/}: $*" >&2
}

# Runs Maven on the found JDK: any mvn from 3.8 on, else the wrapper, which fetches one.
maven() {
    if command -v mvn >/dev/null 2>&1; then
        maven_version=$(JAVA_HOME=$jdk mvn -B -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p')
    else
        maven_version=
    fi
    case $maven_version in
        3.[89].* | 3.[1-9][0-9].* | [4-9].*) maven_program=mvn ;;
        *) maven_program=./mvnw ;;
    esac
    (
        cd "$root" || exit 1
        JAVA_HOME=$jdk
        MAVEN_OPTS="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS:-}"
        export JAVA_HOME MAVEN_OPTS
        exec "$maven_program" -B -ntp "$@"
    )
}

# One build at a time. The lock is a link whose target is the owner's process id, so taking it and
# saying who took it is one step; a lock whose owner is gone is removed.
take_lock() {
    mkdir -p "$root/target" || return 1
    waiting=
    until ln -s "$$" "$lock" 2>/dev/null; do
        owner=$(readlink "$lock") || continue
        if ! kill -0 "$owner" 2>/dev/null && ! [ -d "/proc/$owner" ]; then
            mv "$lock" "$lock.$$" 2>/dev/null && rm -f "$lock.$$"
            continue
        fi
        [ -n "$waiting" ] || say "waiting for process $owner, which builds jplay"
        waiting=yes
        sleep 1
    done
    trap 'drop_lock' EXIT
    trap 'drop_lock; trap - INT; kill -INT $$' INT
    trap 'drop_lock; exit 143' TERM HUP
}

drop_lock() {
    stop_clock
    rm -f "$lock"
    trap - EXIT INT TERM HUP
}

# Seconds that pass, shown while a terminal watches.
clock=
start_clock() {
    [ -t 2 ] || return 0
    (
        seconds=0
        while sleep 1; do
            seconds=$((seconds + 1))
            printf '\r%s (%s s)' "$1" "$seconds" >&2
        done
    ) &
    clock=$!
}

stop_clock() {
    [ -n "$clock" ] || return 0
    kill "$clock" 2>/dev/null
    wait "$clock" 2>/dev/null
    clock=
    printf '\r\033[K' >&2
}

# What went wrong, without Maven's advice on how to run Maven.
show_failure() {
    reasons=$(grep '^\[ERROR\] .*[^ ]' "$log" | grep -v -e '\[Help 1\]' -e 're-run Maven' \
        -e 'Re-run Maven' -e 'For more information' -e 'After correcting' -e 'mvn <args>' |
        awk '!seen[$0]++' | head -n 20)
    [ -n "$reasons" ] || reasons=$(tail -n 10 "$log")
    printf '%s\n' "$reasons" >&2
    say "all of it stands in $log"
}

# Makes the AOT cache for a JDK that it was not made for. Without a cache a start is slower but
# right, so a failure stops nothing and is not repeated.
train_again() {
    [ -w "$distribution" ] || return 0
    say "preparing a fast start with $jdk"
    if ! sh "$root/tools/train.sh" "$jdk" current >"$log" 2>&1; then
        rm -f "$distribution/jplay.aot"
        echo "${jdk_version# }" >"$distribution/trained"
    fi
}

# Builds, or only trains again when the JDK has changed; leaves things as they are when another
# process has done it meanwhile.
build_distribution() {
    take_lock || return 1
    log=$root/target/build.log
    outcome=0
    find_distribution current
    if is_stale; then
        say "building, log in $log"
        start_clock "${0##*/}: building"
        maven -Dquick -pl cli -am package >"$log" 2>&1 </dev/null || outcome=$?
        stop_clock
    elif ! is_trained; then
        train_again
    fi
    if [ "$outcome" != 0 ]; then
        say "the build failed:"
        show_failure
    fi
    find_distribution current
    drop_lock
    return "$outcome"
}
