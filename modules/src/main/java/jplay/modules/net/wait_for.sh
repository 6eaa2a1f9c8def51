# Waits until something is there or gone. Arguments:
# HOST PORT PATH STATE DELAY SLEEP TIMEOUT CONNECT_TIMEOUT LINE ANY SEEN BEGIN ADDRESSES STATES EXCLUDED
# LINE is an extended regular expression that one line must match, ANY is 1 when the controller looks at the whole text,
# SEEN is the checksum of the text it has already looked at, BEGIN is when the first call began. ADDRESSES, STATES and
# EXCLUDED are of connections, as the kernel writes them.

wait_for_look() {
    if [ "${JPLAY_CHECK:-0}" = 1 ]; then
        say skipped 1
        return 0
    fi
    wait_for_now
    wait_for_begin=${12:-$wait_for_time}
    say begin "$wait_for_begin"
    wait_for_end=$((wait_for_begin + ($5 + $7) * 100))
    if [ -z "${12}" ] && [ "$5" != 0 ]; then
        sleep "$5"
    fi
    wait_for_search=$9
    wait_for_any=${10}
    wait_for_seen=${11}
    if [ -z "$2$3" ]; then
        sleep "$7"
        wait_for_over met
        return 0
    fi
    [ -z "${13}" ] || wait_for_addresses "${13}" "${15}" || fail "[Errno -2] Name or service not known"
    wait_for_until "$@"
}

wait_for_until() {
    while wait_for_now && [ "$wait_for_time" -lt "$wait_for_end" ]; do
        if wait_for_holds "$@"; then
            wait_for_over met
            wait_for_tell "$@"
            return 0
        fi
        sleep "$6"
    done
    wait_for_over late
    return 0
}

# wait_for_now: puts the time in hundredths of a second into $wait_for_time.
wait_for_now() {
    # shellcheck disable=SC2034 # the second column is passed over
    if read -r wait_for_time wait_for_rest 2>/dev/null </proc/uptime; then
        wait_for_time=${wait_for_time%.*}${wait_for_time#*.}
    else
        wait_for_time=$(date +%s)00
    fi
}

# wait_for_over met|late: says so, and how long it took.
wait_for_over() {
    wait_for_now
    say "$1" 1
    say elapsed "$(((wait_for_time - wait_for_begin) / 100))"
}

wait_for_holds() {
    case $4 in
        started | present) wait_for_there "$@" ;;
        stopped | absent) ! wait_for_exists "$@" ;;
        drained) ! wait_for_connected "$2" "${14}" ;;
    esac
}

wait_for_exists() {
    if [ -n "$3" ]; then
        expand "$3"
        [ -e "$expanded" ]
    else
        wait_for_port "$1" "$2" "$8"
    fi
}

wait_for_there() {
    if [ -z "$wait_for_search" ] && [ "$wait_for_any" = 0 ]; then
        wait_for_exists "$@" && return
        [ -z "$3" ] || wait_for_reachable "$expanded"
        return 1
    fi
    if [ -n "$3" ]; then
        expand "$3"
        wait_for_text=$expanded
        [ -e "$expanded" ] && wait_for_found
    else
        wait_for_heard "$1" "$2" "$8"
    fi
}

# wait_for_reachable PATH: gives up when it can never be there, for its folder is none.
wait_for_reachable() {
    wait_for_folder=${1%/*}
    [ ! -e "$wait_for_folder" ] || [ -d "$wait_for_folder" ] || fail "Failed to stat $1, Not a directory"
}

# wait_for_found: whether the text is in the file $wait_for_text, or is to be looked at by the controller.
wait_for_found() {
    if [ "$wait_for_any" = 1 ]; then
        [ -f "$wait_for_text" ] && [ "$(wait_for_sum)" != "$wait_for_seen" ]
    else
        LC_ALL=C grep -E -q -- "$wait_for_search" "$wait_for_text" 2>/dev/null
    fi
}

wait_for_sum() {
    cksum <"$wait_for_text" 2>/dev/null
}

# wait_for_tell: what was found.
wait_for_tell() {
    if [ -n "$3" ] && attributes_of "$expanded" follow; then
        attributes_say "$expanded"
    fi
    if [ "$wait_for_any" = 1 ]; then
        say sum "$(wait_for_sum)"
        raw
        cat "$wait_for_text"
    elif [ -n "$wait_for_search" ] && [ -n "$3" ]; then
        raw
        LC_ALL=C grep -E -- "$wait_for_search" "$wait_for_text" 2>/dev/null | head -n 1
    fi
}

# wait_for_pick: puts the tool of this host that can connect into $wait_for_tool.
wait_for_pick() {
    [ -z "${wait_for_tool:-}" ] || return 0
    for wait_for_tool in bash nc busybox curl none; do
        command -v "$wait_for_tool" >/dev/null 2>&1 && return
    done
}

# wait_for_port HOST PORT SECONDS: whether somebody takes connections.
wait_for_port() {
    wait_for_pick
    # shellcheck disable=SC2016 # for the inner shell
    case $wait_for_tool in
        bash) wait_for_limit "$3" bash -c 'exec 3<>"/dev/tcp/$1/$2"' bash "$1" "$2" ;;
        nc) wait_for_limit "$3" nc -z "$1" "$2" ;;
        busybox) wait_for_limit "$3" busybox nc "$1" "$2" -e true ;;
        curl)
            curl -q -s --connect-timeout "$3" --max-time "$3" "telnet://$1:$2" </dev/null >/dev/null 2>&1
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

# wait_for_heard HOST PORT SECONDS: whether what somebody says on a connection is what is looked for.
wait_for_heard() {
    [ -n "${wait_for_text:-}" ] || {
        temporary "${TMPDIR:-/tmp}"
        wait_for_text=$temporary
    }
    : >"$wait_for_text"
    wait_for_listen "$@" >"$wait_for_text" 2>/dev/null </dev/null &
    wait_for_process=$!
    wait_for_tries=$(($3 * 5))
    wait_for_result=1
    while [ "$wait_for_tries" -gt 0 ]; do
        wait_for_tries=$((wait_for_tries - 1))
        kill -0 "$wait_for_process" 2>/dev/null || wait_for_tries=0
        if [ -s "$wait_for_text" ] && wait_for_found; then
            wait_for_result=0
            break
        fi
        [ "$wait_for_tries" = 0 ] || sleep 0.2 2>/dev/null || sleep 1
    done
    kill "$wait_for_process" 2>/dev/null
    wait "$wait_for_process" 2>/dev/null
    return "$wait_for_result"
}

# wait_for_listen HOST PORT SECONDS: prints what is heard; the whole shell becomes the tool, so that it can be ended.
wait_for_listen() {
    wait_for_pick
    # shellcheck disable=SC2016 # for the inner shell
    case $wait_for_tool in
        bash) exec bash -c 'exec 3<>"/dev/tcp/$1/$2" && exec cat <&3' bash "$1" "$2" ;;
        nc) exec nc "$1" "$2" ;;
        busybox) exec busybox nc "$1" "$2" ;;
        curl) exec curl -q -s -N --connect-timeout "$3" --max-time "$3" "telnet://$1:$2" ;;
    esac
}

# wait_for_listening PORT: whether a local socket listens, as the kernel tells.
wait_for_listening() {
    wait_for_hex=$(printf ':%04X' "$1")
    cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | grep -i -q "$wait_for_hex [0-9A-F]*:[0-9A-F]* 0A"
}

# wait_for_addresses NAMES EXCLUDED: turns names among them into addresses as the kernel writes them.
wait_for_addresses() {
    wait_for_translate "$1" || return
    wait_for_here=$wait_for_all
    wait_for_translate "$2" || return
    wait_for_without=$wait_for_all
}

wait_for_translate() {
    wait_for_all=
    for wait_for_name in $1; do
        case $wait_for_name in
            =*) wait_for_all="$wait_for_all ${wait_for_name#=}" ;;
            *)
                wait_for_found_addresses=$(wait_for_resolve "$wait_for_name")
                [ -n "$wait_for_found_addresses" ] || return 1
                for wait_for_address in $wait_for_found_addresses; do
                    wait_for_four "$wait_for_address"
                done
                ;;
        esac
    done
}

wait_for_resolve() {
    if command -v getent >/dev/null 2>&1; then
        getent ahostsv4 "$1" | while read -r wait_for_address wait_for_rest; do printf '%s\n' "$wait_for_address"; done | sort -u
    else
        while read -r wait_for_address wait_for_rest; do
            case " $wait_for_rest " in *" $1 "*) printf '%s\n' "$wait_for_address" ;; esac
        done </etc/hosts
    fi
}

# wait_for_four A.B.C.D: adds it in both orders of bytes, also as an address of version 6.
wait_for_four() {
    wait_for_ifs=$IFS
    IFS=.
    # shellcheck disable=SC2086 # to be split
    set -- $1
    IFS=$wait_for_ifs
    [ "$#" = 4 ] || return 0
    wait_for_little=$(printf '%02X%02X%02X%02X' "$4" "$3" "$2" "$1")
    wait_for_big=$(printf '%02X%02X%02X%02X' "$1" "$2" "$3" "$4")
    wait_for_all="$wait_for_all $wait_for_little $wait_for_big 0000000000000000FFFF0000$wait_for_little"
}

# wait_for_connected PORT STATES: whether anybody who counts is connected to the port at one of our addresses.
wait_for_connected() {
    wait_for_hex=$(printf '%04X' "$1")
    # shellcheck disable=SC2034 # the first column is passed over
    cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | while read -r wait_for_number wait_for_local wait_for_remote wait_for_state wait_for_rest; do
        [ "${wait_for_local##*:}" = "$wait_for_hex" ] || continue
        case " $2 " in *" $wait_for_state "*) ;; *) continue ;; esac
        case " $wait_for_without " in *" ${wait_for_remote%:*} "*) continue ;; esac
        case " $wait_for_here " in
            *' 00000000 '* | *" ${wait_for_local%:*} "*)
                printf 'yes\n'
                break
                ;;
        esac
    done | grep -q yes
}
