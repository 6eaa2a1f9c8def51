# Makes a service run, stop or start at boot, by what runs services on the host.
# Arguments: NAME STATE ENABLED USE SLEEP PATTERN RUNLEVEL ARGUMENTS ONLY_SYSTEMD, and those of systemd:
# MASKED RELOAD REEXECUTE SCOPE NO_BLOCK FORCE

service_look() {
    service_name=$1
    service_use=$4
    service_plain=0
    case $service_use in
        auto) service_find ;;
        systemd | openrc | sysvinit) ;;
        *)
            service_plain=1
            service_find
            ;;
    esac
    if [ "$service_use$service_plain" = systemd0 ]; then
        service_refuse_pattern "$1"
        systemd_look "$1" "$2" "$3" "${10}" "${11}" "${12}" "${13}" "${14}" "${15}"
        return
    fi
    [ "$9" = 0 ] || fail "force, masked, daemon_reload, daemon_reexec, scope and no_block are for services that are \
run by systemd, not by $service_use"
    if [ "$service_use" = systemd ]; then
        service_look_plainly "$1" "$2" "$3"
        return
    fi
    if [ "$service_use" = openrc ]; then
        command -v rc-service >/dev/null 2>&1 || fail "rc-service is missing"
    fi
    service_todo=
    if ! service_there; then
        if [ "$JPLAY_CHECK" = 1 ]; then
            say missing "$1"
            return 1
        fi
        fail "Could not find the requested service $1: host"
    fi
    if [ -n "$3" ]; then
        service_look_enabled "$3" "$7"
    fi
    if [ -n "$2" ]; then
        service_look_state "$2" "$6" "$5"
    fi
    [ -z "$service_todo" ]
}

# service_refuse_pattern NAME: systemctl would take all that it matches.
service_refuse_pattern() {
    for service_sign in '*' '?' '['; do
        case $1 in
            *"$service_sign"*)
                fail "This module does not currently support using glob patterns, found '$service_sign' in service name: $1"
                ;;
        esac
    done
}

# service_look_plainly NAME STATE ENABLED: by systemd, and told as of any service.
service_look_plainly() {
    say plain 1
    systemd_look "$1" '' '' '' 0 0 system 0 0
    [ "$systemd_found" = 1 ] || fail "systemd could not find the requested service \"'$1'\": "
    systemd_look "$1" "$2" "$3" '' 0 0 system 0 0 && return
    if [ "$JPLAY_CHECK" = 1 ]; then
        case $systemd_todo in
            *able*) say foretold '' ;;
            *) say foretold 'service state changed' ;;
        esac
    fi
    return 1
}

service_find() {
    if [ -d /run/systemd/system ] && command -v systemctl >/dev/null 2>&1; then
        service_use=systemd
    elif command -v rc-service >/dev/null 2>&1; then
        service_use=openrc
    else
        service_use=sysvinit
    fi
}

service_there() {
    if [ "$service_use" = openrc ]; then
        rc-service --exists "$service_name" >/dev/null 2>&1
    else
        [ -e "/etc/init.d/$service_name" ] || [ -e "/etc/rc.d/init.d/$service_name" ] ||
            [ -e "/etc/init/$service_name.conf" ]
    fi
}

# service_do WORDS: what the service's own script does.
service_do() {
    if [ "$service_use" = openrc ]; then
        rc-service "$service_name" "$@"
    elif command -v service >/dev/null 2>&1; then
        service "$service_name" "$@"
    else
        "/etc/init.d/$service_name" "$@"
    fi
}

service_look_enabled() {
    service_enabled=0
    if [ "$service_use" = openrc ]; then
        case " $(rc-update show "$2" 2>/dev/null | tr '\n' ' ') " in *" $service_name |"*) service_enabled=1 ;; esac
    elif command -v chkconfig >/dev/null 2>&1; then
        case $(chkconfig --list "$service_name" 2>/dev/null) in *[35]:on*) service_enabled=1 ;; esac
    else
        for service_link in /etc/rc[2345S].d/S??"$service_name"; do
            [ -e "$service_link" ] && service_enabled=1
        done
    fi
    say enabled "$1"
    [ "$service_enabled" != "$1" ] || return 0
    if [ "$1" = 1 ]; then
        service_todo="$service_todo enable"
    else
        service_todo="$service_todo disable"
    fi
}

service_look_state() {
    service_running=0
    if [ -n "$2" ]; then
        # shellcheck disable=SC2009 # the pattern is of a whole line, as ps shows it
        ps -ef 2>/dev/null | grep -v grep | grep -qF -- "$2" && service_running=1
    else
        service_text=$(service_do status 2>&1)
        case $?:$service_text in
            3:* | *'not running'* | *stopped* | *'is dead'*) ;;
            0:* | *'is running'*) service_running=1 ;;
        esac
    fi
    if [ "$1" = stopped ]; then say state stopped; else say state started; fi
    case $1:$service_running in
        started:1 | stopped:0) ;;
        stopped:1) service_todo="$service_todo stop" ;;
        started:0 | reloaded:0 | restarted:0) service_todo="$service_todo start" ;;
        reloaded:1) service_todo="$service_todo reload" ;;
        restarted:1)
            if [ -n "$3" ]; then
                service_todo="$service_todo stop sleep start"
            else
                service_todo="$service_todo restart"
            fi
            ;;
    esac
}

service_change() {
    if [ "$service_use" = systemd ]; then
        systemd_change
        return
    fi
    # shellcheck disable=SC2086 # the arguments are words
    for service_action in $service_todo; do
        case $service_action in
            sleep)
                sleep "$5"
                continue
                ;;
            enable | disable) service_text=$(service_boot "$service_action" "$7" 2>&1) ;;
            *) service_text=$(service_do "$service_action" $8 2>&1 </dev/null) ;;
        esac || fail "Unable to $service_action service $service_name: $service_text"
    done
}

# service_boot enable|disable RUNLEVEL: whether it starts at boot.
service_boot() {
    if [ "$service_use" = openrc ]; then
        if [ "$1" = enable ]; then
            rc-update add "$service_name" "$2"
        else
            rc-update delete "$service_name" "$2"
        fi
    elif command -v chkconfig >/dev/null 2>&1; then
        chkconfig --add "$service_name"
        if [ "$1" = enable ]; then chkconfig "$service_name" on; else chkconfig "$service_name" off; fi
    elif command -v update-rc.d >/dev/null 2>&1; then
        if [ "$1" = enable ]; then update-rc.d "$service_name" defaults || return; fi
        update-rc.d "$service_name" "$1"
    else
        printf 'neither chkconfig nor update-rc.d is there\n'
        return 1
    fi
}
