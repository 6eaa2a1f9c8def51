# Reads and writes a crontab, be it an account's or a file.

# cron_see FILE USER: tells what is there; the crontab of the account (of whoever runs this unless given) without FILE.
cron_see() {
    if [ -n "$1" ]; then
        text_read "$1" '' '' '' ''
        return
    fi
    settings_program crontab
    temporary "${TMPDIR:-/tmp}"
    cron_table=$temporary
    cron_user "$2" -l >"$cron_table" 2>/dev/null </dev/null
    case $? in
        0)
            say kind "file"
            raw
            cat -- "$cron_table"
            ;;
        1) say kind absent ;;
        *) fail "Unable to read crontab" ;;
    esac
}

# cron_user USER WORDS...: crontab for an account; only root may name another one.
cron_user() {
    cron_account=$1
    shift
    if [ -n "$cron_account" ] && { [ "$(id -u)" = 0 ] || [ "$cron_account" != "$(id -un)" ]; }; then
        crontab -u "$cron_account" "$@"
    else
        crontab "$@"
    fi
}

# cron_look FILE USER BACKUP REMOVE MODE: what is to be written was found out by cron_see.
cron_look() {
    return 1
}

cron_change() {
    if [ "$3" = 1 ]; then
        cron_backup "$1" "$2"
    fi
    if [ -z "$1" ]; then
        cron_install "$2"
    elif [ "$4" = 1 ]; then
        rm -f -- "$1" || fail "cannot remove $1"
    else
        text_write "$1" 1 0 '' 0 '' '' "$5" ''
        if [ -e /sys/fs/selinux/enforce ] && command -v restorecon >/dev/null 2>&1; then
            restorecon "$1" 2>/dev/null
        fi
    fi
}

# cron_backup FILE USER: copies what is there to where files stay for a while; what is in /etc/cron.d would run.
cron_backup() {
    cron_copy=$(mktemp "${TMPDIR:-/tmp}/crontabXXXXXX") || fail "cannot make a backup in ${TMPDIR:-/tmp}"
    if [ -z "$1" ]; then
        cron_user "$2" -l >"$cron_copy" 2>/dev/null </dev/null
    elif [ -e "$1" ]; then
        cat -- "$1" >"$cron_copy" || fail "cannot make the backup $cron_copy"
    fi
    say backup_file "$cron_copy"
}

cron_install() {
    settings_program crontab
    temporary "${TMPDIR:-/tmp}"
    payload 1 "$temporary"
    cron_text=$(cron_user "$1" "$temporary" 2>&1 </dev/null) || fail "Failed to install new cronfile: $cron_text"
}
