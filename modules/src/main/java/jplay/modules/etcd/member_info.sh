# Looks at a place where a member of a cluster is or is to be. Changes nothing.
# shellcheck disable=SC2154 # expanded is set by expand

# DATA CONFIG JOINED PIDFILE UNIT PORT...
member_info_look() {
    expand "$1"
    member_info_data "$expanded"
    say free "$(member_info_free "$expanded")"
    expand "$2"
    if [ -f "$expanded" ]; then say config "$(cat -- "$expanded")"; fi
    expand "$3"
    if [ -f "$expanded" ]; then say joined "$(cat -- "$expanded")"; fi
    member_info_running=no
    expand "$4"
    member_info_service "$expanded" "$5"
    say running "$member_info_running"
    shift 5
    for member_info_port in "$@"; do
        if member_info_listens "$member_info_port"; then
            say "port_$member_info_port" "$(member_info_owner "$member_info_inode")"
        fi
    done
    return 0
}

# Kind of data and the first names in it.
member_info_data() {
    if [ ! -e "$1" ]; then
        say data absent
    elif [ ! -d "$1" ]; then
        say data other
        say entries "a file, not a folder"
    elif ! member_info_entries=$(ls -A -- "$1" 2>&1); then
        say data other
        say entries "a folder that may not be read"
    elif [ -z "$member_info_entries" ]; then
        say data empty
    else
        if [ -d "$1/member" ]; then say data member; else say data other; fi
        say entries "$(printf '%s\n' "$member_info_entries" | head -n 5 | tr '\n' ' ')"
    fi
}

# Free kibibytes of the file system that holds the nearest existing folder.
member_info_free() {
    member_info_folder=$1
    while [ ! -d "$member_info_folder" ] && [ "$member_info_folder" != / ] && [ "$member_info_folder" != . ]; do
        member_info_folder=$(dirname -- "$member_info_folder")
    done
    df -Pk -- "$member_info_folder" 2>/dev/null | awk 'NR == 2 {print $4}'
}

# Whether the member runs, by pid file or unit.
member_info_service() {
    if [ -n "$1" ] && [ -f "$1" ]; then
        read -r member_info_pid <"$1"
        case $member_info_pid in '' | *[!0-9]*) return ;; esac
        if [ -d /proc/self ]; then
            member_info_state=$(cat "/proc/$member_info_pid/stat" 2>/dev/null) || return
            case ${member_info_state##*) } in Z* | X*) return ;; esac
        fi
        if kill -0 "$member_info_pid" 2>/dev/null; then member_info_running=yes; fi
    elif [ -n "$2" ]; then
        member_info_unit "$2"
    fi
}

# A member that waits for others has no active unit yet, but it runs: what counts is its process, whose environment
# tells what it was started from.
member_info_unit() {
    member_info_pid=0 member_info_known=absent
    for member_info_property in $(systemctl show -p MainPID -p LoadState -p NeedDaemonReload -- "$1" 2>/dev/null); do
        case $member_info_property in
            MainPID=*) member_info_pid=${member_info_property#*=} ;;
            LoadState=loaded | LoadState=masked) member_info_known=${member_info_known#absent} ;;
            NeedDaemonReload=yes) member_info_known=old ;;
        esac
    done
    say unit "${member_info_known:-known}"
    case $member_info_pid in 0 | '' | *[!0-9]*) return ;; esac
    member_info_running=yes
    # in a container even root may be kept from seeing it
    if cat "/proc/$member_info_pid/environ" >/dev/null 2>&1; then
        say started_from "$(tr '\000' '\n' <"/proc/$member_info_pid/environ" | sed -n 's/^JPLAY_STARTED_FROM=//p')"
    else
        say started_from unknown
    fi
}

# Whether anybody listens on a port of TCP, on any address; the kernel's table needs no tool.
member_info_listens() {
    member_info_inode=
    [ -r /proc/net/tcp ] || return 1
    member_info_hex=$(printf '%04X' "$1")
    member_info_inode=$(cat /proc/net/tcp /proc/net/tcp6 2>/dev/null \
        | awk -v port=":$member_info_hex" '$4 == "0A" && substr($2, length($2) - 4) == port {print $10; exit}')
    [ -n "$member_info_inode" ]
}

# Who holds a socket, as far as this user may see.
member_info_owner() {
    for member_info_process in /proc/[0-9]*; do
        # shellcheck disable=SC2010
        if ls -l "$member_info_process/fd" 2>/dev/null | grep -q "socket:\[$1\]"; then
            echo "process ${member_info_process#/proc/} ($(tr -d '\n' <"$member_info_process/comm"))"
            return
        fi
    done
    echo 'another process'
}
