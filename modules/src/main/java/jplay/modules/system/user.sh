# Makes, changes or removes a user. The wishes come as environment variables: USER_NAME, USER_STATE, USER_UID,
# USER_GROUP, USER_GROUPS (set only when given), USER_APPEND, USER_COMMENT (likewise), USER_HOME, USER_SHELL, USER_MAKE,
# USER_MOVE, USER_SYSTEM, USER_UNIQUE, USER_REMOVE, USER_FORCE, USER_UPDATE, USER_LOCK, USER_EXPIRES, USER_SKELETON,
# USER_UMASK, USER_PASSWORD (a hash, secret).

# user_load WORDS...: takes the wishes, NAME=VALUE each.
user_load() {
    for user_each in "$@"; do
        # shellcheck disable=SC2034 # in the eval
        user_value=${user_each#*=}
        eval "${user_each%%=*}=\$user_value"
    done
}

user_see() {
    user_line=$(grep "^$USER_NAME:" /etc/passwd 2>/dev/null || getent passwd "$USER_NAME" 2>/dev/null)
    [ -n "$user_line" ] || return 1
    user_rest=${user_line#*:*:}
    user_uid=${user_rest%%:*} user_rest=${user_rest#*:}
    user_gid=${user_rest%%:*} user_rest=${user_rest#*:}
    user_comment=${user_rest%%:*} user_rest=${user_rest#*:}
    user_home=${user_rest%%:*}
    user_shell=${user_rest#*:}
}

user_say() {
    say uid "$user_uid"
    say gid "$user_gid"
    say comment "$user_comment"
    say home "$user_home"
    say shell "$user_shell"
}

user_look() {
    user_load "$@"
    user_options=
    if ! user_see; then
        [ "$USER_STATE" = present ] || return 0
        return 1
    fi
    user_say
    [ "$USER_STATE" = present ] || return 1
    user_differ
    [ -z "$user_options" ] || return 1
    return 0
}

# user_differ: puts the letters of what is to be changed into $user_options.
user_differ() {
    [ -z "$USER_UID" ] || [ "$USER_UID" = "$user_uid" ] || user_options="$user_options u"
    if [ -n "$USER_GROUP" ]; then
        user_wanted=$(user_group_number "$USER_GROUP") || fail "Group $USER_GROUP does not exist"
        [ "$user_wanted" = "$user_gid" ] || user_options="$user_options g"
    fi
    if [ -n "${USER_GROUPS+set}" ]; then
        user_groups_differ && user_options="$user_options G"
    fi
    if [ -n "${USER_COMMENT+set}" ] && [ "$USER_COMMENT" != "$user_comment" ]; then
        user_options="$user_options c"
    fi
    [ -z "$USER_HOME" ] || [ "$USER_HOME" = "$user_home" ] || [ "$USER_MOVE" != 1 ] || user_options="$user_options d"
    [ -z "$USER_SHELL" ] || [ "$USER_SHELL" = "$user_shell" ] || user_options="$user_options s"
    user_shadow=$(grep "^$USER_NAME:" /etc/shadow 2>/dev/null)
    user_hash=${user_shadow#*:}
    user_hash=${user_hash%%:*}
    if [ -n "${USER_PASSWORD:-}" ] && [ "$USER_UPDATE" = always ] && [ "$USER_PASSWORD" != "${user_hash#!}" ]; then
        user_options="$user_options p"
    fi
    case $USER_LOCK:$user_hash in
        1:!*) ;;
        1:*) user_options="$user_options L" ;;
        0:!*) user_options="$user_options U" ;;
    esac
    if [ -n "$USER_EXPIRES" ] && [ -n "$user_shadow" ]; then
        user_days=$(printf '%s\n' "$user_shadow" | cut -d : -f 8)
        [ "$user_days" = "${USER_EXPIRES#-}" ] || { [ "$USER_EXPIRES" = -1 ] && [ -z "$user_days" ]; } ||
            user_options="$user_options e"
    fi
    if [ "$USER_MAKE" = 1 ] && [ ! -d "${USER_HOME:-$user_home}" ]; then
        user_options="$user_options H"
    fi
}

user_group_number() {
    user_number=$(grep -E "^($1:|[^:]*:[^:]*:$1:)" /etc/group | head -n 1 | cut -d : -f 3)
    [ -n "$user_number" ] && echo "$user_number"
}

user_groups_differ() {
    user_has=$(id -Gn "$USER_NAME" | tr ' ' '\n' | grep -v -x "$(id -gn "$USER_NAME")" | sort -u)
    user_wants=$(printf '%s\n' "$USER_GROUPS" | tr ',' '\n' | grep . | sort -u)
    for user_each in $user_wants; do
        grep -q "^$user_each:" /etc/group || fail "Group $user_each does not exist"
    done
    if [ "$USER_APPEND" = 1 ]; then
        for user_each in $user_wants; do
            printf '%s\n' "$user_has" "$(id -gn "$USER_NAME")" | grep -q -x "$user_each" || return 0
        done
        return 1
    fi
    [ "$user_has" != "$user_wants" ]
}

user_change() {
    if [ "$USER_STATE" = absent ]; then
        set --
        [ "$USER_REMOVE" != 1 ] || set -- "$@" -r
        [ "$USER_FORCE" != 1 ] || set -- "$@" -f
        user_words=$(userdel "$@" "$USER_NAME" 2>&1) || fail "cannot remove the user $USER_NAME: $user_words"
        return
    fi
    command -v useradd >/dev/null 2>&1 || fail "cannot make the user $USER_NAME: this host has no useradd"
    if [ -z "$user_line" ]; then
        user_add
    else
        user_modify
    fi
    user_set_password
    user_see
    user_say
}

user_add() {
    set --
    [ -z "$USER_UID" ] || set -- "$@" -u "$USER_UID"
    [ "$USER_UNIQUE" != 1 ] || set -- "$@" -o
    if [ -n "$USER_GROUP" ]; then
        set -- "$@" -g "$USER_GROUP"
    elif grep -q "^$USER_NAME:" /etc/group; then
        set -- "$@" -N -g "$USER_NAME"
    fi
    [ -z "${USER_GROUPS:-}" ] || set -- "$@" -G "$USER_GROUPS"
    [ -z "${USER_COMMENT:-}" ] || set -- "$@" -c "$USER_COMMENT"
    [ -z "$USER_HOME" ] || set -- "$@" -d "$USER_HOME"
    [ -z "$USER_SHELL" ] || set -- "$@" -s "$USER_SHELL"
    [ "$USER_SYSTEM" != 1 ] || set -- "$@" -r
    [ -z "$USER_UMASK" ] || set -- "$@" -K "UMASK=$USER_UMASK"
    if [ "$USER_MAKE" = 1 ]; then
        set -- "$@" -m
        [ -z "$USER_SKELETON" ] || set -- "$@" -k "$USER_SKELETON"
    else
        set -- "$@" -M
    fi
    user_words=$(useradd "$@" "$USER_NAME" 2>&1) || fail "cannot make the user $USER_NAME: $user_words"
    [ "$USER_LOCK" != 1 ] || user_options=" L"
    [ -z "$USER_EXPIRES" ] || user_options="$user_options e"
    [ -z "${USER_PASSWORD:-}" ] || user_options="$user_options p"
    user_later
}

user_modify() {
    set --
    for user_each in $user_options; do
        case $user_each in
            u)
                set -- "$@" -u "$USER_UID"
                [ "$USER_UNIQUE" != 1 ] || set -- "$@" -o
                ;;
            g) set -- "$@" -g "$USER_GROUP" ;;
            G)
                [ "$USER_APPEND" != 1 ] || set -- "$@" -a
                set -- "$@" -G "$USER_GROUPS"
                ;;
            c) set -- "$@" -c "$USER_COMMENT" ;;
            d) set -- "$@" -m -d "$USER_HOME" ;;
            s) set -- "$@" -s "$USER_SHELL" ;;
        esac
    done
    if [ $# -gt 0 ]; then
        user_words=$(usermod "$@" "$USER_NAME" 2>&1) || fail "cannot change the user $USER_NAME: $user_words"
    fi
    user_later
}

# user_later: what is changed one by one.
user_later() {
    for user_each in $user_options; do
        case $user_each in
            L) user_words=$(usermod -L "$USER_NAME" 2>&1) || fail "cannot lock the user $USER_NAME: $user_words" ;;
            U) user_words=$(usermod -U "$USER_NAME" 2>&1) || fail "cannot unlock the user $USER_NAME: $user_words" ;;
            e)
                user_words=$(usermod -e "$([ "$USER_EXPIRES" = -1 ] || date -u -d "@$((USER_EXPIRES * 86400))" +%Y-%m-%d)" \
                    "$USER_NAME" 2>&1) || fail "cannot let the user $USER_NAME expire: $user_words"
                ;;
            H)
                user_words=$(cp -R "${USER_SKELETON:-/etc/skel}" "${USER_HOME:-$user_home}" &&
                    chown -R "$USER_NAME:" "${USER_HOME:-$user_home}" 2>&1) || fail "cannot make the home of $USER_NAME: $user_words"
                ;;
        esac
    done
}

# user_set_password: by standard input, so that the hash stands in no argv.
user_set_password() {
    case " $user_options " in
        *" p "*)
            user_words=$(printf '%s:%s\n' "$USER_NAME" "$USER_PASSWORD" | chpasswd -e 2>&1) ||
                fail "cannot set the password of $USER_NAME: $user_words"
            ;;
    esac
}
