# Looks at a value of the kernel and the file that has it for the next boot, and sets both.

# sysctl_see NAME FILE: tells the value, and the file as text_read does.
sysctl_see() {
    settings_program sysctl
    if sysctl_text=$(sysctl -e -n "$1" 2>/dev/null); then
        say value "$sysctl_text"
    fi
    text_read "$2" '' '' '' ''
}

# sysctl_look FILE NAME VALUE SET WRITE READ IGNORE: what is to be done was found out by sysctl_see.
sysctl_look() {
    settings_program sysctl
    return 1
}

sysctl_change() {
    if [ "$4" = 1 ]; then
        sysctl_run "setting $2 failed" "$7" -w "$2=$3"
    fi
    if [ "$5" = 1 ]; then
        text_write "$1" 1 0 '' 0 '' '' '' ''
    fi
    if [ "$6" = 1 ]; then
        sysctl_run "Failed to reload sysctl" "$7" -p "$1"
    fi
}

# sysctl_run FAILURE IGNORE WORDS...
sysctl_run() {
    sysctl_failure=$1
    sysctl_ignore=$2
    shift 2
    [ "$sysctl_ignore" = 0 ] || set -- -e "$@"
    temporary "${TMPDIR:-/tmp}"
    # What follows the last x is no part of it: a shell would cut line ends off.
    sysctl_text=$(
        sysctl "$@" 2>"$temporary" </dev/null
        sysctl_status=$?
        cat "$temporary"
        echo "x$sysctl_status"
    )
    [ "${sysctl_text##*x}" = 0 ] || fail "$sysctl_failure: ${sysctl_text%x*}"
}
