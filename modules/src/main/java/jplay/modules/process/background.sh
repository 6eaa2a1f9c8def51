# Keeps a process in the background. Beside the pid file lies PIDFILE.record with two lines: when the process
# began, so that a number given to another process meanwhile is noticed, and what it was started from.
# shellcheck disable=SC2154 # expanded is set by expand

background_look() {
    background_arguments "$@"
    background_pid=
    background_stale=no
    if background_is_running; then
        background_pid=$background_found
        [ -z "$background_known" ] || [ "$background_known" = "$background_definition" ] || background_stale=yes
    fi
    say pid "$background_pid"
    say stale "$background_stale"
    case $background_state in
        started) [ -n "$background_pid" ] && { [ "$background_stale" = no ] || [ "$background_restart" = no ]; } ;;
        restarted) return 1 ;;
        stopped) [ ! -e "$background_pid_file" ] ;;
        *) [ ! -e "$background_pid_file" ] && [ ! -e "$background_log" ] ;;
    esac
}

background_change() {
    shift 9
    background_count=$1
    shift
    if [ -n "$background_pid" ]; then background_stop; fi
    case $background_state in
        started | restarted) background_start "$@" ;;
        absent) rm -f -- "$background_pid_file" "$background_pid_file.record" "$background_log" ;;
        *) rm -f -- "$background_pid_file" "$background_pid_file.record" ;;
    esac
}

# STATE PIDFILE LOG FOLDER DEFINITION RESTART SIGNAL TIMEOUT USER COUNT VARIABLE... PROGRAM ARGUMENT...
background_arguments() {
    background_state=$1
    expand "$2"
    background_pid_file=$expanded
    expand "$3"
    background_log=$expanded
    expand "$4"
    background_folder=$expanded
    background_definition=$5 background_restart=$6 background_signal=$7 background_timeout=$8
    background_user=$9
    shift 9
    shift $(($1 + 1))
    background_line=$(printf '%s ' "$@")
}

# Whether the process of the pid file lives and is the one that was started; tells what is known of its definition.
background_is_running() {
    background_found='' background_known=''
    [ -f "$background_pid_file" ] || return 1
    read -r background_found <"$background_pid_file" || [ -n "$background_found" ] || return 1
    case $background_found in '' | *[!0-9]*) return 1 ;; esac
    background_birth "$background_found"
    [ -n "$background_born" ] || return 1
    background_recorded=
    if [ -f "$background_pid_file.record" ]; then
        { read -r background_recorded; read -r background_known; } <"$background_pid_file.record"
    fi
    if [ -n "$background_recorded" ]; then
        [ "$background_recorded" = "$background_born" ]
    else
        [ "$(background_command "$background_found")" = "$background_line" ]
    fi
}

# When a process began, in words or numbers that no later process of the same number shares; empty when it ended.
background_birth() {
    background_born=
    if [ -r /proc/self/stat ]; then
        background_stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 0
        background_stat=${background_stat##*) }
        case $background_stat in Z* | X* | '') return 0 ;; esac
        # shellcheck disable=SC2086
        background_born=$(set -- $background_stat && shift 19 && echo "$1")
    else
        background_born=$(ps -o lstart= -p "$1" 2>/dev/null)
    fi
}

background_command() {
    if [ -r "/proc/$1/cmdline" ]; then
        tr '\000' ' ' <"/proc/$1/cmdline"
    else
        echo "$(ps -o args= -p "$1" 2>/dev/null) "
    fi
}

background_start() {
    rm -f -- "$background_pid_file" "$background_pid_file.record"
    (background_detach "$@") || return
    background_wait 50 test -s "$background_pid_file" \
        || fail "the process did not start: $(background_last_words)"
    read -r background_pid <"$background_pid_file"
    background_birth "$background_pid"
    (umask 077 && printf '%s\n%s\n' "$background_born" "$background_definition" >"$background_pid_file.record")
    if background_wait 5 background_ended "$background_pid"; then
        rm -f -- "$background_pid_file" "$background_pid_file.record"
        fail "the process ended right after its start: $(background_last_words)"
    fi
    say pid "$background_pid"
}

# In a subshell: becomes nothing but the parent of a session of its own.
background_detach() {
    umask 077
    cd -- "$background_folder" || fail "chdir: there is no folder $background_folder"
    : >>"$background_log" || fail "log_file: $background_log cannot be written"
    background_become
    while [ "$background_count" -gt 0 ]; do
        # shellcheck disable=SC2163
        export "$1"
        shift
        background_count=$((background_count - 1))
    done
    command -v -- "$1" >/dev/null 2>&1 || fail "there is no program $1"
    background_session=setsid
    command -v setsid >/dev/null 2>&1 || background_session='nohup'
    export background_pid_file
    # shellcheck disable=SC2016
    "$background_session" sh -c \
        'trap "" HUP; f=$background_pid_file; unset background_pid_file; echo $$ >"$f" && eval "$0"' \
        "$background_entry" "$@" </dev/null >>"$background_log" 2>&1 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&- &
}

# What becomes the program, as its user, into $background_entry. The process stays the same one, so that its number
# holds; pid file and log are opened before.
background_become() {
    # shellcheck disable=SC2016
    background_entry='exec "$@"'
    if [ -z "$background_user" ] || [ "$background_user" = "$(id -un)" ]; then return; fi
    [ "$(id -u)" = 0 ] || fail "user: only root can start a process of $background_user"
    background_uid=$(id -u -- "$background_user" 2>/dev/null) || fail "user: there is no user $background_user"
    background_gid=$(id -g -- "$background_user")
    background_home=$(awk -F: -v uid="$background_uid" '$3 == uid {print $6; exit}' /etc/passwd)
    export USER="$background_user" LOGNAME="$background_user" HOME="${background_home:-/}"
    if setpriv --reuid="$background_uid" --regid="$background_gid" --init-groups true 2>/dev/null; then
        background_entry="exec setpriv --reuid=$background_uid --regid=$background_gid --init-groups -- \"\$@\""
    elif command -v start-stop-daemon >/dev/null 2>&1; then
        background_entry="program=\$1; shift
            exec start-stop-daemon -S -c $background_uid:$background_gid -p /nonexistent -a \"\$program\" -- \"\$@\""
    else
        fail "user: a process of another user is started by setpriv or start-stop-daemon, and there is neither"
    fi
}

background_stop() {
    kill "-$background_signal" "$background_pid" 2>/dev/null
    if ! background_wait $((background_timeout * 10)) background_ended "$background_pid"; then
        say killed yes
        kill -KILL "$background_pid" 2>/dev/null
        background_wait 50 background_ended "$background_pid" || fail "process $background_pid cannot be stopped"
    fi
}

background_ended() {
    background_birth "$1"
    [ -z "$background_born" ]
}

# background_wait TENTHS COMMAND...: until the command succeeds; fails when it never does.
background_wait() {
    background_tenths=$1
    shift
    while ! "$@"; do
        [ "$background_tenths" -gt 0 ] || return 1
        background_tenths=$((background_tenths - 1))
        sleep 0.1 2>/dev/null || { sleep 1; background_tenths=$((background_tenths - 9)); }
    done
}

background_last_words() {
    background_words=$(tail -n 1 -- "$background_log" 2>/dev/null | cut -c 1-400)
    echo "${background_words:-it wrote nothing to $background_log}"
}
