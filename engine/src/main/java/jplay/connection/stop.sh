# Tells what a shell still runs to stop, and ends it.

# stop_shell PROCESS: the shell first, so that it goes on with nothing; then all that came from it.
stop_shell() {
    stop_family=$(stop_descendants "$1")
    kill -KILL "$1" 2>/dev/null
    # shellcheck disable=SC2086 # these are numbers
    kill -TERM $stop_family 2>/dev/null
    stop_tries=0
    while stop_living && [ "$stop_tries" -lt 40 ]; do
        stop_tries=$((stop_tries + 1))
        [ "$stop_tries" != 10 ] || stop_again
        sleep 0.05 2>/dev/null || {
            sleep 1
            stop_tries=$((stop_tries + 20))
        }
    done
    # shellcheck disable=SC2086 # these are numbers
    kill -KILL $stop_family 2>/dev/null
    return 0
}

# stop_again: a process that was just starting may have missed it, or have a child by now.
stop_again() {
    # shellcheck disable=SC2086 # these are numbers
    stop_family="$stop_family$(stop_descendants $stop_family)"
    # shellcheck disable=SC2086
    kill -TERM $stop_family 2>/dev/null
}

# stop_living: whether one of them is still there and not only waits for its parent to notice its end.
stop_living() {
    for stop_each in $stop_family; do
        if kill -0 "$stop_each" 2>/dev/null; then
            { read -r stop_line <"/proc/$stop_each/stat"; } 2>/dev/null || return 0
            case ${stop_line##*) } in
                Z*) ;;
                *) return 0 ;;
            esac
        fi
    done
    return 1
}

# stop_descendants PROCESS...: prints the numbers of all other processes that came from them.
stop_descendants() {
    stop_relations=$(stop_parents)
    stop_found=" $* "
    stop_more=1
    while [ -n "$stop_more" ]; do
        stop_more=
        while read -r stop_each stop_parent; do
            case $stop_found in
                *" $stop_each "*) ;;
                *" $stop_parent "*)
                    stop_found="$stop_found$stop_each "
                    stop_more=1
                    ;;
            esac
        done <<END
$stop_relations
END
    done
    printf %s "${stop_found#" $* "}"
}

# stop_parents: prints every process and its parent.
stop_parents() {
    if [ ! -r /proc/self/stat ]; then
        ps -A -o pid= -o ppid= 2>/dev/null
        return
    fi
    for stop_file in /proc/[0-9]*/stat; do
        { read -r stop_line <"$stop_file"; } 2>/dev/null || continue
        stop_rest=${stop_line##*) }
        stop_rest=${stop_rest#* }
        printf '%s %s\n' "${stop_line%% *}" "${stop_rest%% *}"
    done
}
