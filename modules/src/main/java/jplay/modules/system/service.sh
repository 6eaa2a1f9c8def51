# Brings a service to what it should be, whatever manages services. Arguments: NAME STATE ENABLED SLEEP PATTERN RUNLEVEL

service_look() {
    if [ -d /run/systemd/system ] && command -v systemctl >/dev/null 2>&1; then
        service_manager=systemd
        say manager systemd
        systemd_look "$1" "$2" "$3" '' 0 0 system 0 0
        return
    fi
    if command -v rc-service >/dev/null 2>&1; then
        service_manager=openrc
    elif command -v service >/dev/null 2>&1; then
        service_manager=service
    elif [ -x "/etc/init.d/$1" ]; then
        service_manager=script
    else
        fail "Could not find the requested service $1: this host has neither systemd nor openrc nor service"
    fi
    say manager "$service_manager"
    service_todo=
    service_running "$1" "$5" && service_state=started || service_state=stopped
    case $2:$service_state in
        started:stopped | reloaded:stopped | restarted:stopped) service_todo=start ;;
        stopped:started) service_todo=stop ;;
        restarted:started) service_todo=restart ;;
        reloaded:started) service_todo=reload ;;
    esac
    if [ -n "$3" ]; then
        service_enabled "$1" && service_boots=1 || service_boots=0
        [ "$service_boots" = "$3" ] || service_todo="$service_todo boot"
    fi
    say todo "$service_todo"
    [ -z "$service_todo" ] || return 1
    return 0
}

service_run() {
    case $service_manager in
        openrc) rc-service "$1" "$2" ;;
        service) service "$1" "$2" ;;
        script) "/etc/init.d/$1" "$2" ;;
    esac
}

service_running() {
    if [ -n "$2" ]; then
        for service_each in /proc/[0-9]*/cmdline; do
            if [ "$service_each" != "/proc/$$/cmdline" ] && tr '\000' ' ' <"$service_each" 2>/dev/null | grep -q -- "$2"; then
                return 0
            fi
        done
        return 1
    fi
    service_run "$1" status >/dev/null 2>&1
}

service_enabled() {
    case $service_manager in
        openrc) rc-update show 2>/dev/null | grep -q "^ *$1 |" ;;
        *)
            for service_each in /etc/rc[2-5].d/S[0-9][0-9]"$1"; do
                [ -e "$service_each" ] && return 0
            done
            return 1
            ;;
    esac
}

service_change() {
    if [ "$service_manager" = systemd ]; then
        systemd_change "$1" "$2" "$3" '' 0 0 system 0 0
        return
    fi
    for service_each in $service_todo; do
        case $service_each in
            boot) service_words=$(service_boot "$1" "$3" "$6" 2>&1) || fail "cannot change whether $1 starts at boot: $service_words" ;;
            restart)
                service_words=$(service_run "$1" stop 2>&1)
                [ -z "$4" ] || sleep "$4"
                service_words=$(service_run "$1" start 2>&1) || fail "Unable to restart service $1: $service_words"
                ;;
            *) service_words=$(service_run "$1" "$service_each" 2>&1) || fail "Unable to $service_each service $1: $service_words" ;;
        esac
    done
}

service_boot() {
    if [ "$service_manager" = openrc ]; then
        if [ "$2" = 1 ]; then rc-update add "$1" "${3:-default}"; else rc-update delete "$1" "${3:-default}"; fi
    elif command -v update-rc.d >/dev/null 2>&1; then
        if [ "$2" = 1 ]; then
            update-rc.d "$1" defaults && update-rc.d "$1" enable
        else
            update-rc.d "$1" disable
        fi
    elif command -v chkconfig >/dev/null 2>&1; then
        if [ "$2" = 1 ]; then chkconfig "$1" on; else chkconfig "$1" off; fi
    else
        echo "neither update-rc.d nor chkconfig is there"
        return 1
    fi
}
