# Waits until something is there or gone. Arguments:
# HOST PORT PATH STATE DELAY SLEEP TIMEOUT CONNECT_TIMEOUT SEARCH

wait_for_look() {
    wait_for_begin=$(date +%s)
    [ "$5" = 0 ] || sleep "$5"
    wait_for_end=$((wait_for_begin + $7))
    while :; do
        if wait_for_holds "$@"; then
            say elapsed "$(($(date +%s) - wait_for_begin))"
            say met 1
            wait_for_matched "$@"
            return 0
        fi
        if [ "$(date +%s)" -ge "$wait_for_end" ]; then
            say elapsed "$(($(date +%s) - wait_for_begin))"
            return 0
        fi
        sleep "$6"
    done
}

wait_for_holds() {
    case $4 in
        started | present) wait_for_there "$@" ;;
        stopped | absent) ! wait_for_there "$@" ;;
        drained) ! wait_for_connected "$2" ;;
    esac
}

wait_for_there() {
    if [ -n "$3" ]; then
        expand "$3"
        [ -e "$expanded" ] || return 1
        [ -z "$9" ] || grep -E -q -- "$9" "$expanded" 2>/dev/null
    elif [ -n "$2" ]; then
        wait_for_port "$1" "$2" "$8"
    else
        return 1
    fi
}

wait_for_matched() {
    if [ -n "$9" ] && [ -n "$3" ]; then
        say match "$(grep -E -o -- "$9" "$expanded" 2>/dev/null | head -n 1)"
    fi
}

# wait_for_port HOST PORT SECONDS: whether somebody takes connections, by whatever this host has.
wait_for_port() {
    if [ -z "${wait_for_tool:-}" ]; then
        for wait_for_tool in bash nc busybox curl none; do
            command -v "$wait_for_tool" >/dev/null 2>&1 && break
        done
    fi
    # shellcheck disable=SC2016 # for the inner shell
    case $wait_for_tool in
        bash) wait_for_limit "$3" bash -c 'exec 3<>"/dev/tcp/$1/$2"' bash "$1" "$2" ;;
        nc) wait_for_limit "$3" nc -z "$1" "$2" ;;
        busybox) wait_for_limit "$3" busybox nc "$1" "$2" -e true ;;
        curl)
            curl -q -s --connect-timeout "$3" --max-time "$3" "telnet://$1:$2" </dev/null
            case $? in 0 | 28 | 48 | 52 | 56) return 0 ;; *) return 1 ;; esac
            ;;
        none) wait_for_listening "$2" ;;
    esac
}

# wait_for_limit SECONDS COMMAND...: runs it, at most so long where that can be had.
wait_for_limit() {
    wait_for_seconds=$1
    shift
    if command -v timeout >/dev/null 2>&1; then
        timeout "$wait_for_seconds" "$@" </dev/null >/dev/null 2>&1
    else
        "$@" </dev/null >/dev/null 2>&1
    fi
}

# wait_for_listening PORT: whether a local socket listens, as the kernel tells.
wait_for_listening() {
    wait_for_hex=$(printf ':%04X' "$1")
    cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | grep -i -q "$wait_for_hex [0-9A-F]*:[0-9A-F]* 0A"
}

# wait_for_connected PORT: whether anybody is connected to the port.
wait_for_connected() {
    wait_for_hex=$(printf ':%04X' "$1")
    cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | grep -i -q "$wait_for_hex [0-9A-F]*:[0-9A-F]* 0[1-9]"
}
