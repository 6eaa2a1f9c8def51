# Brings a unit of systemd to what it should be. Arguments:
# NAME STATE ENABLED MASKED RELOAD REEXEC SCOPE FORCE NOBLOCK (booleans are 1, 0, or empty for as it is)

systemd_run() {
    case $systemd_scope in
        user) XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-/run/user/$(id -u)} systemctl --user "$@" ;;
        global) systemctl --global "$@" ;;
        *) systemctl "$@" ;;
    esac
}

# systemd_see NAME: what systemd knows of the unit.
systemd_see() {
    systemd_shown=$(systemd_run show "$1" 2>/dev/null)
    systemd_load=$(printf '%s\n' "$systemd_shown" | sed -n 's/^LoadState=//p')
    systemd_active=$(printf '%s\n' "$systemd_shown" | sed -n 's/^ActiveState=//p')
    systemd_enabled=$(systemd_run is-enabled "$1" 2>/dev/null)
}

# systemd_needs STATE ENABLED MASKED: puts what is to be done into $systemd_todo.
systemd_needs() {
    systemd_todo=
    case $3:$systemd_load in
        1:masked | 0:[!m]* | 0: | :*) ;;
        1:*) systemd_todo="$systemd_todo mask" ;;
        0:masked) systemd_todo="$systemd_todo unmask" ;;
    esac
    case $2:$systemd_enabled in
        1:enabled | 1:enabled-runtime | 1:static | 1:alias | 1:generated | 1:transient | 1:indirect) ;;
        1:*) systemd_todo="$systemd_todo enable" ;;
        0:enabled | 0:enabled-runtime) systemd_todo="$systemd_todo disable" ;;
    esac
    case $1:$systemd_active in
        started:active | started:activating | started:reloading) ;;
        started:*) systemd_todo="$systemd_todo start" ;;
        stopped:active | stopped:activating | stopped:reloading | stopped:deactivating)
            systemd_todo="$systemd_todo stop"
            ;;
        restarted:active | restarted:activating | restarted:reloading) systemd_todo="$systemd_todo restart" ;;
        restarted:*) systemd_todo="$systemd_todo start" ;;
        reloaded:active | reloaded:activating | reloaded:reloading) systemd_todo="$systemd_todo reload" ;;
        reloaded:*) systemd_todo="$systemd_todo start" ;;
    esac
}

systemd_found() {
    if [ "$systemd_load" = not-found ] || [ -z "$systemd_shown" ]; then
        fail "Could not find the requested service $1: host"
    fi
}

systemd_look() {
    systemd_scope=$7
    command -v systemctl >/dev/null 2>&1 || fail "there is no systemctl on this host: it is not run by systemd"
    if [ -n "$1" ]; then
        systemd_see "$1"
        say status "$systemd_shown"
        if [ "$5" != 1 ] && [ "$6" != 1 ] && [ -n "$2$3$4" ]; then
            systemd_found "$1"
        fi
        systemd_needs "$2" "$3" "$4"
        say todo "$systemd_todo"
        [ -z "$systemd_todo" ] || return 1
    fi
    if [ "$5" = 1 ] || [ "$6" = 1 ]; then
        return 1
    fi
    return 0
}

systemd_change() {
    if [ "$6" = 1 ]; then
        systemd_words=$(systemd_run daemon-reexec 2>&1) || fail "failure during daemon-reexec: $systemd_words"
    fi
    if [ "$5" = 1 ]; then
        systemd_words=$(systemd_run daemon-reload 2>&1) || fail "failure during daemon-reload: $systemd_words"
    fi
    [ -n "$1" ] || return 0
    if [ "$5" = 1 ] || [ "$6" = 1 ]; then
        systemd_see "$1"
        [ -z "$2$3$4" ] || systemd_found "$1"
        systemd_needs "$2" "$3" "$4"
        say todo "$systemd_todo"
    fi
    for systemd_each in $systemd_todo; do
        set -- "$1" "$2" "$3" "$4" "$5" "$6" "$7" "$8" "$9" "$systemd_each"
        systemd_words=$(systemd_do "$@" 2>&1) || fail "Unable to $systemd_each service $1: $systemd_words"
    done
    say status "$(systemd_run show "$1" 2>/dev/null)"
}

systemd_do() {
    case ${10}:$8:$9 in
        enable:1:* | disable:1:* | mask:1:*) systemd_run "${10}" --force "$1" ;;
        start:*:1 | stop:*:1 | restart:*:1 | reload:*:1) systemd_run --no-block "${10}" "$1" ;;
        *) systemd_run "${10}" "$1" ;;
    esac
}
