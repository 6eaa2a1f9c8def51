# Makes a unit run, stop or start at boot.
# Arguments: NAME STATE ENABLED MASKED RELOAD REEXECUTE SCOPE NO_BLOCK FORCE
# (ENABLED and MASKED are 1, 0 or empty: as it is.)

systemd_look() {
    systemd_name=$1
    systemd_scope=$7
    systemd_quick=$8
    systemd_force=$9
    command -v systemctl >/dev/null 2>&1 || fail 'Failed to find required executable "systemctl" in paths: '"$PATH"
    if [ "$7" != system ] && [ -z "${XDG_RUNTIME_DIR:-}" ]; then
        XDG_RUNTIME_DIR=/run/user/$(id -u)
        export XDG_RUNTIME_DIR
    fi
    # What systemd knows of a unit is old until this is done; by itself it changes nothing that is reported.
    if [ "$JPLAY_CHECK" = 0 ]; then
        [ "$5" != 1 ] || systemd_manage daemon-reload
        [ "$6" != 1 ] || systemd_manage daemon-reexec
    fi
    [ -n "$1" ] || return 0
    systemd_is=$(systemd_call is-enabled -- "$1" 2>/dev/null)
    systemd_rc=$?
    systemd_status=$(systemd_call show -- "$1" 2>&1) || systemd_unknown "$systemd_status"
    say status "$systemd_status"
    systemd_find "$1"
    systemd_todo=
    if [ -n "$4" ]; then
        systemd_look_masked "$4"
    fi
    if [ -n "$3" ]; then
        systemd_present "$1"
        systemd_look_enabled "$3"
    fi
    if [ -n "$2" ]; then
        systemd_present "$1"
        systemd_look_state "$2"
    fi
    [ -z "$systemd_todo" ]
}

# systemd_call WORDS: systemctl in the scope.
systemd_call() {
    if [ "$systemd_scope" = system ]; then
        LC_ALL=C systemctl "$@"
    else
        LC_ALL=C systemctl "--$systemd_scope" "$@"
    fi
}

# systemd_manage WORD: daemon-reload or daemon-reexec.
systemd_manage() {
    systemd_text=$(systemd_call "$1" 2>&1) || fail "failure $? during $1: $systemd_text${systemd_text:+$jplay_newline}"
}

# systemd_unknown TEXT: nothing can be shown, as of a template; whether it starts at boot may be known all the same.
systemd_unknown() {
    [ -n "$systemd_is" ] || fail "$1"
    systemd_status=
}

# systemd_value NAME: puts one line of the status into $systemd_value.
systemd_value() {
    case $jplay_newline$systemd_status in
        *"$jplay_newline$1="*)
            systemd_value=$jplay_newline$systemd_status
            systemd_value=${systemd_value#*"$jplay_newline$1="}
            systemd_value=${systemd_value%%"$jplay_newline"*}
            ;;
        *) systemd_value= ;;
    esac
}

# systemd_find NAME: whether the unit is there, into $systemd_found; a script of old counts.
systemd_find() {
    systemd_found=1
    systemd_value LoadState
    systemd_load=$systemd_value
    case $systemd_load in
        not-found) [ -e "/etc/init.d/${1%.service}" ] || systemd_found=0 ;;
        error | bad-setting)
            systemd_value LoadError
            fail "Error loading unit file '$1': $systemd_value"
            ;;
    esac
    [ "$systemd_is" != not-found ] || [ -e "/etc/init.d/${1%.service}" ] || systemd_found=0
}

# systemd_present NAME: fails unless the unit is there, in check mode too.
systemd_present() {
    [ "$systemd_found" = 1 ] || fail "Could not find the requested service $1: host"
}

systemd_look_masked() {
    systemd_masked=0
    # a mask until the next boot is not the one that is asked for
    [ "$systemd_is" != masked ] || systemd_masked=1
    [ "$systemd_masked" != "$1" ] || return 0
    if [ "$1" = 1 ]; then
        systemd_todo="$systemd_todo mask"
    else
        systemd_todo="$systemd_todo unmask"
    fi
}

systemd_look_enabled() {
    systemd_enabled=0
    case $systemd_rc:$systemd_is in
        0:*indirect* | 0:enabled-runtime) ;;
        0:*) systemd_enabled=1 ;;
        *:disabled*) ;;
        *)
            for systemd_link in /etc/rc[S5].d/S??"${systemd_name%.service}"; do
                [ -e "$systemd_link" ] && systemd_enabled=1
            done
            ;;
    esac
    say enabled "$1"
    [ "$systemd_enabled" != "$1" ] || return 0
    if [ "$1" = 1 ]; then
        systemd_todo="$systemd_todo enable"
    else
        systemd_todo="$systemd_todo disable"
    fi
}

systemd_look_state() {
    systemd_value ActiveState
    systemd_active=$systemd_value
    [ -n "$systemd_active" ] || fail 'Service is in unknown state'
    case $systemd_active in
        active | activating | reloading | refreshing) systemd_running=1 ;;
        *) systemd_running=0 ;;
    esac
    if [ "$1" = stopped ]; then say state stopped; else say state started; fi
    case $1:$systemd_running:$systemd_active in
        started:1:* | stopped:0:inactive | stopped:0:failed | stopped:0:unknown) ;;
        stopped:1:* | stopped:*:deactivating) systemd_todo="$systemd_todo stop" ;;
        stopped:*) ;;
        started:* | reloaded:0:* | restarted:0:*) systemd_todo="$systemd_todo start" ;;
        reloaded:*) systemd_todo="$systemd_todo reload" ;;
        restarted:*) systemd_todo="$systemd_todo restart" ;;
    esac
}

systemd_change() {
    for systemd_action in $systemd_todo; do
        set -- "$systemd_action"
        case $systemd_action in
            enable | disable | mask | unmask) [ "$systemd_force" != 1 ] || set -- "$@" --force ;;
            *) [ "$systemd_quick" != 1 ] || set -- "$@" --no-block ;;
        esac
        systemd_text=$(systemd_call "$@" -- "$systemd_name" 2>&1) ||
            systemd_failed
    done
}

# systemd_failed: with what systemctl printed, as it is but where it was to mask.
systemd_failed() {
    case $systemd_action in
        mask | unmask) fail "Failed to $systemd_action the service ($systemd_name): $systemd_text" ;;
    esac
    fail "Unable to $systemd_action service $systemd_name: $systemd_text${systemd_text:+$jplay_newline}"
}
