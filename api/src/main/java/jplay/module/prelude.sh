# Functions that every script of a module can rely on; see the javadoc of Script. POSIX sh only.

jplay_newline='
'

# no program and no copy of the shell is needed to ask for it again
jplay_umask=$(umask)

# say NAME VALUE: tells one value, byte for byte. All are written together at the end, or before what is raw: each
# write is a packet of its own on the line. Not for subshells.
say() {
    [ -n "${jplay_said+set}" ] || jplay_begin
    case $2 in
        *"$jplay_newline"*) jplay_said="$jplay_said$1<<$JPLAY_MARK$jplay_newline$2$jplay_newline$JPLAY_MARK$jplay_newline" ;;
        *) jplay_said=$jplay_said$1=$2$jplay_newline ;;
    esac
}

# raw: all that follows on standard output is not for say.
raw() {
    printf '%sraw\n' "${jplay_said:-}"
    jplay_said=
}

# fail MESSAGE: gives up; the task fails with this message. In a subshell, too.
fail() {
    say jplay_failed "$1"
    jplay_tell
    exit 97
}

jplay_begin() {
    jplay_said=
    trap jplay_end EXIT
}

jplay_tell() {
    [ -z "$jplay_said" ] || printf %s "$jplay_said"
    jplay_said=
}

# jplay_end: what is to be done when the request ends, however it ends.
jplay_end() {
    jplay_tell
    jplay_clean
}

# payload NUMBER FILE: writes the bytes that came with the request.
payload() {
    "payload_$1" >"$2" || fail "cannot write in the folder ${2%/*}: is the disk full?"
}

# temporary FOLDER [UMASK]: makes a new file of mode 0600, or what the UMASK leaves, and puts its name into $temporary; it
# vanishes with the request.
temporary() {
    [ -n "${jplay_said+set}" ] || jplay_begin
    jplay_count=$((${jplay_count:-0} + 1))
    temporary=${1%/}/.jplay-$JPLAY_MARK-$jplay_count
    jplay_files=${jplay_files:-}$temporary$jplay_newline
    trap 'exit 143' HUP INT TERM
    umask "${2:-077}"
    set -C
    # not the other word for it: that would end the shell when the file cannot be made
    { true >"$temporary"; } 2>/dev/null || fail "cannot write in the folder $1"
    set +C
    umask "$jplay_umask"
}

# expand TEXT: puts the text into $expanded with ~ and $VARIABLES replaced; unknown ones stay.
expand() {
    jplay_rest=$1
    expanded=
    # shellcheck disable=SC2088 # the tilde is that of the text
    case $jplay_rest in
        '~') jplay_rest=${HOME:-'~'} ;;
        '~/'*) jplay_rest=${HOME:-'~'}${jplay_rest#'~'} ;;
        '~'[A-Za-z_]*) expand_home ;;
    esac
    while :; do
        case $jplay_rest in
            *'$'*) ;;
            *)
                expanded=$expanded$jplay_rest
                return
                ;;
        esac
        expanded=$expanded${jplay_rest%%'$'*}
        jplay_rest=${jplay_rest#*'$'}
        case $jplay_rest in
            '{'[A-Za-z_]*'}'*)
                jplay_variable=${jplay_rest%%'}'*}
                jplay_variable=${jplay_variable#'{'}
                expand_variable "$jplay_variable" "\${$jplay_variable}" "${jplay_rest#*'}'}"
                ;;
            [A-Za-z_]*)
                jplay_variable=${jplay_rest%%[!A-Za-z0-9_]*}
                expand_variable "$jplay_variable" "\$$jplay_variable" "${jplay_rest#"$jplay_variable"}"
                ;;
            *) expanded=$expanded'$' ;;
        esac
    done
}

# expand_home: puts the folder of the account in ~NAME at the beginning of $jplay_rest.
expand_home() {
    jplay_account=${jplay_rest%%/*}
    case $jplay_account in
        '~'*[!A-Za-z0-9_.-]*) ;;
        *)
            eval "jplay_home=$jplay_account"
            jplay_rest=$jplay_home${jplay_rest#"$jplay_account"}
            ;;
    esac
}

# expand_variable NAME WRITTEN REST: appends the value, or what was written when there is none.
expand_variable() {
    jplay_rest=$3
    case $1 in
        *[!A-Za-z0-9_]*) expanded=$expanded$2 ;;
        *)
            if eval "[ -n \"\${$1+set}\" ]"; then
                eval "expanded=\$expanded\$$1"
            else
                expanded=$expanded$2
            fi
            ;;
    esac
}

jplay_clean() {
    trap '' HUP INT TERM
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
    # shellcheck disable=SC2034 # for the scripts
    JPLAY_DIFF=$3
    # shellcheck disable=SC2034 # for the scripts
    if [ "$jplay_mode" = apply ]; then JPLAY_CHECK=0; else JPLAY_CHECK=1; fi
    shift 3
    "${jplay_name}_look" "$@"
    jplay_status=$?
    case $jplay_status:$jplay_mode in
        0:*)
            say jplay_state unchanged
            if command -v "${jplay_name}_tell" >/dev/null; then
                "${jplay_name}_tell" "$@"
            fi
            ;;
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
