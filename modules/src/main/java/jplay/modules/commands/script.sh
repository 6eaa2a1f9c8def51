# Runs a script that came with the request, unless a file says that this was done already.
# Arguments: NAME LINE CREATES REMOVES CHDIR EXECUTABLE
# LINE holds the arguments of the script, EXECUTABLE the program that runs it; a shell reads both.

script_look() {
    if [ -n "$3" ]; then
        expand "$3"
        if [ -e "$expanded" ]; then
            say creates 1
            return 0
        fi
    fi
    if [ -n "$4" ]; then
        expand "$4"
        if [ ! -e "$expanded" ]; then
            say removes 1
            return 0
        fi
    fi
    return 1
}

script_change() {
    script_folder=${TMPDIR:-/tmp}/.jplay-$JPLAY_MARK.script
    trap 'jplay_end; script_clean' EXIT
    trap 'exit 143' HUP INT TERM
    (umask 077 && mkdir "$script_folder") 2>/dev/null || fail "cannot write in the folder ${TMPDIR:-/tmp}"
    script_file=$script_folder/$1
    payload 1 "$script_file"
    chmod 0700 "$script_file"
    script_program=$6
    [ -n "$script_program" ] || [ -x "$script_file" ] || script_program=$(script_interpreter)
    if [ -n "$5" ]; then
        cd -- "$5" 2>/dev/null || fail "'$5' is no folder that can be entered"
    fi
    script_quoted=$(printf '%s\n' "$script_file" | sed "s/'/'\\\\''/g")
    raw
    /bin/sh -c "${script_program:+$script_program }'$script_quoted'${2:+ $2}"
}

# script_interpreter: what the first line of the script asks for, where the folder forbids to run files.
script_interpreter() {
    script_first=$(head -n 1 "$script_file")
    case $script_first in
        '#!'*) printf '%s\n' "${script_first#'#!'}" ;;
        *) printf '/bin/sh\n' ;;
    esac
}

script_clean() {
    rm -rf "$script_folder"
}
