# Reads and writes the keys that open an account.

# authorized_key_see USER PATH SOURCE CURL WGET: tells the file and what it holds; and the keys in SOURCE, a file of this
# host, or those that CURL and WGET ask for.
authorized_key_see() {
    authorized_key_account "$1"
    if [ -n "$2" ]; then
        expand "$2"
        authorized_key_path=$expanded
    else
        [ -n "$authorized_key_line" ] || authorized_key_missing "$1"
        authorized_key_path=${authorized_key_home%/}/.ssh/authorized_keys
    fi
    say path "$authorized_key_path"
    if [ -n "$3" ]; then
        [ -e "$3" ] || fail "Path to a key file not found: $3"
        authorized_key_text=$(cat -- "$3") || fail "Unable to read key file: $3"
        say keys "$authorized_key_text"
    elif [ -n "$4" ]; then
        temporary "${TMPDIR:-/tmp}"
        authorized_key_file=$temporary
        web_get "$authorized_key_file" "$4" "$5"
        web_say
        say keys "$(cat "$authorized_key_file")"
    fi
    attributes_of "$authorized_key_path" nofollow
    [ "$type" = absent ] || attributes_say
    raw
    [ ! -f "$authorized_key_path" ] || cat -- "$authorized_key_path"
}

# authorized_key_account USER: puts the account's numbers and home into $authorized_key_uid, _gid and _home.
authorized_key_account() {
    authorized_key_line=
    if command -v getent >/dev/null 2>&1; then
        authorized_key_line=$(getent passwd "$1" 2>/dev/null)
    else
        while IFS= read -r authorized_key_each; do
            case $authorized_key_each in
                "$1":*)
                    authorized_key_line=$authorized_key_each
                    break
                    ;;
            esac
        done </etc/passwd
    fi
    # A number is found as well, and is not the name.
    case $authorized_key_line in "$1":*) ;; *) authorized_key_line= ;; esac
    IFS=: read -r _ _ authorized_key_uid authorized_key_gid _ authorized_key_home _ <<END
$authorized_key_line
END
}

authorized_key_missing() {
    fail "Failed to lookup user $1: \"getpwnam(): name not found: '$1'\""
}

# authorized_key_look PATH USER MANAGE FOLLOW: what is to be written was found out by authorized_key_see.
authorized_key_look() {
    return 1
}

authorized_key_change() {
    authorized_key_account "$2"
    [ -n "$authorized_key_line" ] || authorized_key_missing "$2"
    authorized_key_target=$1
    place_folder "$1"
    authorized_key_folder "$3"
    if [ "$4" = 1 ]; then
        place_through "$1"
        authorized_key_target=$place_target
        place_folder "$authorized_key_target"
    fi
    temporary "$place_parent"
    payload 1 "$temporary"
    place_file "$temporary" "$authorized_key_target" 0 '' "$authorized_key_uid" "$authorized_key_gid" 0600 ''
    authorized_key_context "$authorized_key_target"
    attributes_of "$1" nofollow
    attributes_say
}

# authorized_key_folder MANAGE: makes the file's folder, for the account alone when it is to be managed.
authorized_key_folder() {
    if [ ! -d "$place_parent" ]; then
        mkdir -p -- "$place_parent" || fail "Failed to create directory ${place_parent%/}"
        [ "$1" = 0 ] || authorized_key_context "$place_parent"
    fi
    [ "$1" = 1 ] || return 0
    if ! chown "$authorized_key_uid:$authorized_key_gid" "$place_parent" || ! chmod 0700 "$place_parent"; then
        fail "cannot set owner and mode of ${place_parent%/}"
    fi
}

# authorized_key_context PATH: the usual context of SELinux, without which sshd cannot read it.
authorized_key_context() {
    if [ -e /sys/fs/selinux/enforce ] && command -v restorecon >/dev/null 2>&1; then
        restorecon "$1" 2>/dev/null
    fi
}
