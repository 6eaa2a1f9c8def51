# Makes or removes a group.
# Arguments: NAME=VALUE of name, state, gid, system, local, non_unique, force, gid_min, gid_max

group_look() {
    settings_into group "$@"
    group_entry "$group_name"
    case $group_state:$group_line in
        absent:) return 0 ;;
        absent:* | present:) return 1 ;;
    esac
    say gid "$group_number"
    [ -z "${group_gid:-}" ] || [ "$group_gid" = "$group_number" ]
}

# group_entry NAME: puts the group's line into $group_line and its number into $group_number.
group_entry() {
    group_line=
    group_number=
    while IFS= read -r group_each; do
        case $group_each in
            "$1":*)
                group_line=$group_each
                break
                ;;
        esac
    done </etc/group
    if [ -z "$group_line" ] && [ "${group_local:-0}" = 0 ] && command -v getent >/dev/null 2>&1; then
        group_line=$(getent group "$1" 2>/dev/null)
        # A number is found as well, and is not the name.
        case $group_line in "$1":*) ;; *) group_line= ;; esac
    fi
    [ -n "$group_line" ] || return 0
    group_number=${group_line#*:*:}
    group_number=${group_number%%:*}
}

# group_run WORDS: does it, or tells what was said; the task fails then.
group_run() {
    group_text=$("$@" 2>&1 </dev/null) && return
    say broken "$group_text"
    return 1
}

group_change() {
    case $group_state:$group_line in
        absent:*) group_remove ;;
        present:) group_make ;;
        *)
            set -- groupmod
            if [ "$group_local" = 1 ] && command -v lgroupmod >/dev/null 2>&1; then set -- lgroupmod; fi
            [ "$group_non_unique" = 0 ] || set -- "$@" -o
            group_run "$@" -g "$group_gid" "$group_name"
            ;;
    esac
    group_status=$?
    group_entry "$group_name"
    [ -z "$group_number" ] || say gid "$group_number"
    return "$group_status"
}

group_remove() {
    if ! command -v groupdel >/dev/null 2>&1; then
        group_run delgroup "$group_name"
        return
    fi
    set -- groupdel
    if [ "$group_local" = 1 ] && command -v lgroupdel >/dev/null 2>&1; then set -- lgroupdel; fi
    [ "$group_force" = 0 ] || set -- "$@" -f
    group_run "$@" "$group_name"
}

group_make() {
    if ! command -v groupadd >/dev/null 2>&1; then
        set -- addgroup
        [ -z "${group_gid:-}" ] || set -- "$@" -g "$group_gid"
        [ "$group_system" = 0 ] || set -- "$@" -S
        group_run "$@" "$group_name"
        return
    fi
    set -- groupadd
    if [ "$group_local" = 1 ] && command -v lgroupadd >/dev/null 2>&1; then set -- lgroupadd; fi
    [ -z "${group_gid:-}" ] || set -- "$@" -g "$group_gid"
    [ "$group_non_unique" = 0 ] || set -- "$@" -o
    [ "$group_system" = 0 ] || set -- "$@" -r
    [ -z "${group_gid_min:-}" ] || set -- "$@" -K "GID_MIN=$group_gid_min"
    [ -z "${group_gid_max:-}" ] || set -- "$@" -K "GID_MAX=$group_gid_max"
    group_run "$@" "$group_name"
}
