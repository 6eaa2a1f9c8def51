# Runs a command unless a file says that this was done already.
# Arguments: CREATES REMOVES CHDIR KIND EXECUTABLE EXPAND INPUT WORDS...
# KIND is exec (WORDS are a program and its arguments) or shell (the only word is code for a shell).

command_look() {
    [ "$JPLAY_CHECK" = 0 ] || say checked 1
    if [ -n "$3" ]; then
        expand "$3"
        cd -- "$expanded" 2>/dev/null || {
            say nowhere "'$expanded' is no folder that can be entered"
            return 0
        }
    fi
    if [ -n "$1" ] && command_exists "$1"; then
        say skipped "creates"
        return 0
    fi
    if [ -n "$2" ] && ! command_exists "$2"; then
        say skipped "removes"
        return 0
    fi
    return 1
}

# command_exists PATTERN: whether a file of that name, or one that matches, is there.
command_exists() {
    expand "$1"
    command_ifs=$IFS
    IFS=
    # shellcheck disable=SC2086 # the pattern is meant to match files
    set -- $expanded
    IFS=$command_ifs
    [ -e "$1" ] || [ -h "$1" ]
}

command_change() {
    command_kind=$4
    command_executable=$5
    command_expands=$6
    command_input=$7
    shift 7
    if [ "$command_kind" = shell ]; then
        set -- "${command_executable:-/bin/sh}" -c "$1"
    else
        if [ "$command_expands" = 1 ]; then
            for command_each in "$@"; do
                expand "$command_each"
                set -- "$@" "$expanded"
                shift
            done
        fi
        if [ -n "$command_executable" ]; then
            set -- "$command_executable" "$@"
        fi
    fi
    command_find "$1" || {
        command_status=$?
        say started "$*"
        return "$command_status"
    }
    raw
    if [ "$command_input" = 1 ]; then
        payload_1 | (exec "$@")
    else
        # instead of this copy of the shell, which has nothing left to do
        exec "$@"
    fi
}

# command_find PROGRAM: tells why it cannot be run, if so; the status is that of the error.
command_find() {
    case $1 in
        */*)
            [ -x "$1" ] && [ ! -d "$1" ] && return 0
            if [ -e "$1" ]; then
                say error "[Errno 13] Permission denied: b'$1'"
                return 13
            fi
            ;;
        *)
            command_ifs=$IFS
            IFS=:
            for command_folder in $PATH; do
                if [ -x "${command_folder:-.}/$1" ] && [ ! -d "${command_folder:-.}/$1" ]; then
                    IFS=$command_ifs
                    return 0
                fi
            done
            IFS=$command_ifs
            ;;
    esac
    say error "[Errno 2] No such file or directory: b'$1'"
    return 2
}
