# Functions that every script of a module can rely on; see the javadoc of Script. POSIX sh only.

jplay_newline='
'

# say NAME VALUE: tells one value, byte for byte.
say() {
    case $2 in
        *"$jplay_newline"*) printf '%s<<%s\n%s\n%s\n' "$1" "$JPLAY_MARK" "$2" "$JPLAY_MARK" ;;
        *) printf '%s=%s\n' "$1" "$2" ;;
    esac
}

# raw: all that follows on standard output is not for say.
raw() {
    printf 'raw\n'
}

# fail MESSAGE: gives up; the task fails with this message.
fail() {
    say jplay_failed "$1"
    exit 97
}

# payload NUMBER FILE: writes the bytes that came with the request.
payload() {
    "payload_$1" >"$2" || fail "cannot write $2: is the disk full?"
}

# temporary FOLDER: makes a new file of mode 0600 and puts its name into $temporary; it vanishes with the request.
temporary() {
    jplay_count=$((${jplay_count:-0} + 1))
    temporary=${1%/}/.jplay-$JPLAY_MARK-$jplay_count
    jplay_files=${jplay_files:-}$temporary$jplay_newline
    trap jplay_clean EXIT
    trap 'exit 143' HUP INT TERM
    (umask 077 && set -C && : >"$temporary") 2>/dev/null || fail "cannot write in the folder $1"
}

jplay_clean() {
    while [ -n "${jplay_files:-}" ]; do
        jplay_file=${jplay_files%%"$jplay_newline"*}
        jplay_files=${jplay_files#*"$jplay_newline"}
        if [ -e "$jplay_file" ]; then
            rm -f "$jplay_file"
        fi
    done
}

# guard NAME check|apply DIFF ARGUMENTS...: looks, and changes when that is asked for and allowed.
guard() {
    jplay_name=$1
    jplay_mode=$2
    JPLAY_DIFF=$3
    JPLAY_CHECK=0
    [ "$jplay_mode" = apply ] || JPLAY_CHECK=1
    shift 3
    "${jplay_name}_look" "$@"
    jplay_status=$?
    case $jplay_status:$jplay_mode in
        0:*) say jplay_state unchanged ;;
        1:apply)
            say jplay_state applied
            "${jplay_name}_change" "$@"
            ;;
        1:*) say jplay_state needed ;;
        *)
            say jplay_state broken
            return "$jplay_status"
            ;;
    esac
}
