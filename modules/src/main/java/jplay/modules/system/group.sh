# Makes or removes a group. Arguments: NAME STATE GID SYSTEM NON_UNIQUE FORCE

group_look() {
    group_line=$(grep "^$1:" /etc/group 2>/dev/null || getent group "$1" 2>/dev/null)
    group_number=${group_line#*:*:}
    group_number=${group_number%%:*}
    [ -z "$group_line" ] || say gid "$group_number"
    case $2:$group_line in
        absent:) return 0 ;;
        absent:*) return 1 ;;
        present:) return 1 ;;
        *) [ -z "$3" ] || [ "$3" = "$group_number" ] || return 1 ;;
    esac
    return 0
}

group_change() {
    if [ "$2" = absent ]; then
        group_words=$(group_remove "$1" "$6" 2>&1) || fail "cannot remove the group $1: $group_words"
        return
    fi
    if [ -n "$group_line" ]; then
        set -- groupmod "$1" "$3" "$5"
    elif command -v groupadd >/dev/null 2>&1; then
        set -- groupadd "$1" "$3" "$5" "$4"
    elif command -v addgroup >/dev/null 2>&1; then
        set -- addgroup "$1" "$3" 0 "$4"
    else
        fail "cannot make the group $1: this host has neither groupadd nor addgroup"
    fi
    group_tool=$1 group_name=$2 group_wanted=$3 group_unique=$4 group_system=${5:-0}
    set --
    if [ -n "$group_wanted" ]; then
        set -- -g "$group_wanted"
        [ "$group_unique" != 1 ] || set -- "$@" -o
    fi
    if [ "$group_system" = 1 ]; then
        if [ "$group_tool" = addgroup ]; then set -- "$@" -S; else set -- "$@" -r; fi
    fi
    group_words=$("$group_tool" "$@" "$group_name" 2>&1) || fail "cannot make the group $group_name: $group_words"
    group_line=$(grep "^$group_name:" /etc/group)
    group_number=${group_line#*:*:}
    say gid "${group_number%%:*}"
}

group_remove() {
    if command -v groupdel >/dev/null 2>&1; then
        if [ "$2" = 1 ]; then groupdel -f "$1"; else groupdel "$1"; fi
    else
        delgroup "$1"
    fi
}
