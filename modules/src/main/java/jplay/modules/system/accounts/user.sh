# Makes, changes or removes an account. Arguments: NAME=VALUE of what User.java gives; what is not given stays as it is.

user_look() {
    settings_into user "$@"
    for user_each in home shell key_file; do
        eval "[ -n \"\${user_$user_each:-}\" ]" || continue
        eval "expand \"\$user_$user_each\"; user_$user_each=\$expanded"
    done
    user_todo=
    user_entry
    case $user_state:$user_line in
        absent:) return 0 ;;
        absent:*) return 1 ;;
    esac
    # What is made before it in the same run is not there yet.
    if [ "$JPLAY_CHECK" = 1 ] && [ -z "$user_line" ]; then
        return 1
    fi
    [ -z "${user_group:-}" ] || user_group_exists "$user_group" || fail "Group $user_group does not exist"
    user_look_groups
    if [ -n "$user_line" ]; then
        say existed 1
        user_look_account
        user_look_shadow
    else
        user_todo=create
    fi
    user_look_home
    user_look_key
    [ -z "$user_line" ] || user_say
    [ -z "$user_todo" ]
}

# user_entry: puts the account's line into $user_line and its parts into variables.
user_entry() {
    user_find passwd "$user_name"
    user_line=$user_found
    if [ -z "$user_line" ] && [ "$user_local" = 0 ] && command -v getent >/dev/null 2>&1; then
        user_line=$(getent passwd "$user_name" 2>/dev/null)
        # A number is found as well, and is not the name.
        case $user_line in "$user_name":*) ;; *) user_line= ;; esac
    fi
    [ -n "$user_line" ] || return 0
    user_rest=${user_line#*:*:}
    user_has_uid=${user_rest%%:*}
    user_rest=${user_rest#*:}
    user_has_gid=${user_rest%%:*}
    user_rest=${user_rest#*:}
    user_has_comment=${user_rest%%:*}
    user_rest=${user_rest#*:}
    user_has_home=${user_rest%%:*}
    user_has_shell=${user_rest#*:}
}

# user_find FILE NAME: puts the line of /etc/FILE that begins with the name into $user_found.
user_find() {
    user_found=
    [ -r "/etc/$1" ] || return 0
    while IFS= read -r user_each || [ -n "$user_each" ]; do
        case $user_each in
            "$2":*)
                user_found=$user_each
                return
                ;;
        esac
    done <"/etc/$1"
}

# user_group_exists GROUP: by name or number; puts both into variables.
user_group_exists() {
    # shellcheck disable=SC2034 # for group_entry
    group_local=$user_local
    group_entry "$1"
    if [ -z "$group_line" ]; then
        # shellcheck disable=SC2034 # the second column is passed over
        while IFS=: read -r user_each user_secret user_number user_rest; do
            if [ "$user_number" = "$1" ]; then
                group_line=$user_each:
                group_number=$user_number
                break
            fi
        done </etc/group
    fi
    if [ -z "$group_line" ] && command -v getent >/dev/null 2>&1; then
        group_line=$(getent group "$1" 2>/dev/null)
        [ -z "$group_line" ] || group_number=$(printf '%s' "$group_line" | cut -d: -f3)
    fi
    user_group_name=${group_line%%:*}
    [ -n "$group_line" ]
}

# user_look_groups: names of the wanted groups into $user_wanted, those that list the account into $user_in.
user_look_groups() {
    user_wanted=
    user_in=
    [ -n "${user_groups+given}" ] || return 0
    user_rest=$user_groups,
    while [ -n "$user_rest" ]; do
        user_each_group=${user_rest%%,*}
        user_rest=${user_rest#*,}
        [ -n "$user_each_group" ] || continue
        user_kept=$user_rest
        user_group_exists "$user_each_group" || fail "Group $user_each_group does not exist"
        user_rest=$user_kept
        user_lists "$user_wanted" "$user_group_name" || user_wanted=${user_wanted:+$user_wanted,}$user_group_name
    done
    [ -n "$user_line" ] || return 0
    user_members
    for user_each_group in $(printf '%s' "$user_wanted" | tr , ' '); do
        if ! user_lists "$user_in" "$user_each_group"; then
            user_todo="$user_todo groups"
            return
        fi
    done
    [ "$user_append" = 0 ] || return 0
    for user_each_group in $(printf '%s' "$user_in" | tr , ' '); do
        if ! user_lists "$user_wanted" "$user_each_group"; then
            user_todo="$user_todo groups"
            return
        fi
    done
}

# user_members: puts the groups that list the account into $user_in.
user_members() {
    # shellcheck disable=SC2034 # two columns are passed over
    while IFS=: read -r user_each_group user_secret user_number user_listed; do
        ! user_lists "$user_listed" "$user_name" || user_in=${user_in:+$user_in,}$user_each_group
    done <<END
$(if [ "$user_local" = 0 ] && command -v getent >/dev/null 2>&1; then getent group; else cat /etc/group; fi)
END
}

# user_lists LIST WORD: whether the word is in a list with commas.
user_lists() {
    case ",$1," in *",$2,"*) ;; *) return 1 ;; esac
}

user_look_account() {
    [ "${user_uid:-$user_has_uid}" = "$user_has_uid" ] || user_todo="$user_todo uid"
    if [ -n "${user_group:-}" ]; then
        user_group_exists "$user_group"
        [ "$group_number" = "$user_has_gid" ] || user_todo="$user_todo group"
    fi
    [ "${user_comment-$user_has_comment}" = "$user_has_comment" ] || user_todo="$user_todo comment"
    [ "${user_home:-$user_has_home}" = "$user_has_home" ] || user_todo="$user_todo home"
    [ "${user_shell:-$user_has_shell}" = "$user_has_shell" ] || user_todo="$user_todo shell"
}

# user_look_shadow: password and how long it may be used.
user_look_shadow() {
    user_find shadow "$user_name"
    user_rest=${user_found#*:}:::::::
    user_has_password=${user_rest%%:*}
    user_rest=${user_rest#*:*:}
    user_has_least=${user_rest%%:*}
    user_rest=${user_rest#*:}
    user_has_most=${user_rest%%:*}
    user_rest=${user_rest#*:}
    user_has_warn=${user_rest%%:*}
    user_rest=${user_rest#*:}
    user_has_disable=${user_rest%%:*}
    user_rest=${user_rest#*:}
    user_has_expires=${user_rest%%:*}
    if [ "$user_update" = always ] && [ -n "${user_password+given}" ]; then
        user_bare "$user_password"
        user_new=$user_bare_password
        user_bare "$user_has_password"
        [ "$user_new" = "$user_bare_password" ] || user_todo="$user_todo password"
    fi
    case ${user_lock:-}:$user_has_password in
        1:!* | 0:[!!]* | 0: | :*) ;;
        1:*) user_todo="$user_todo lock" ;;
        0:*) user_todo="$user_todo unlock" ;;
    esac
    user_look_days least "${user_least-none}" "$user_has_least"
    user_look_days most "${user_most-none}" "$user_has_most"
    user_look_days warn "${user_warn-none}" "$user_has_warn"
    user_look_days disable "${user_disable-none}" "$user_has_disable"
    [ "${user_expires-$user_has_expires}" = "$user_has_expires" ] || user_todo="$user_todo expires"
}

# user_bare PASSWORD: puts it without the marks of a lock into $user_bare_password.
user_bare() {
    user_bare_password=$1
    while :; do
        case $user_bare_password in !*) user_bare_password=${user_bare_password#!} ;; *) return ;; esac
    done
}

# user_look_days NAME WANTED FOUND: a negative number is none.
user_look_days() {
    case $2:$3 in none:* | -*:) return ;; esac
    [ "$2" = "$3" ] || user_todo="$user_todo $1"
}

user_look_home() {
    [ "$user_create_home" = 1 ] && [ -n "$user_line" ] || return 0
    [ -d "${user_home:-$user_has_home}" ] || user_todo="$user_todo folder"
}

user_look_key() {
    [ "$user_key" = 1 ] || return 0
    if [ -n "$user_line" ]; then
        user_key_place "${user_home:-$user_has_home}"
        if [ -f "$user_key_path" ]; then
            say key_there "$user_key_path"
            [ "$user_force" = 1 ] || return 0
        fi
    fi
    user_todo="$user_todo key"
}

# user_key_place HOME: puts the key's file into $user_key_path.
user_key_place() {
    case $user_key_file in
        /*) user_key_path=$user_key_file ;;
        *) user_key_path=${1%/}/$user_key_file ;;
    esac
}

# user_run WORDS: does it; what it said is told, and the task ends when it failed.
user_run() {
    user_text=$("$@" 2>&1 </dev/null)
    user_status=$?
    user_said=${user_said:-}${user_text:+$user_text$jplay_newline}
    [ "$user_status" = 0 ] || user_break "$user_status" "$user_text"
}

# user_break STATUS TEXT: ends with what a tool said.
user_break() {
    say broken "$2"
    exit "$1"
}

user_change() {
    user_said=
    if [ "$user_state" = absent ]; then
        user_delete
        return
    fi
    if [ -z "$user_line" ]; then
        user_create
        user_entry
        [ -n "$user_line" ] || fail "$user_name is not there after it was made"
        # An account that was made has the password it was made with.
        user_update=on_create
        user_look_shadow
        user_look_home
    fi
    user_modify
    for user_each in $user_todo; do
        case $user_each in
            password) user_set_password ;;
            lock) user_mark_lock ;;
            unlock) user_mark_unlock ;;
            least) user_age -m 4 "$user_least" ;;
            most) user_age -M 5 "$user_most" ;;
            warn) user_age -W 6 "$user_warn" ;;
            disable) user_age -I 7 "$user_disable" ;;
            expires) user_expire ;;
        esac
    done
    user_entry
    if [ "$user_create_home" = 1 ] && [ ! -d "$user_has_home" ]; then user_make_home; fi
    case $user_todo in *key*) user_make_key ;; esac
    [ -z "$user_said" ] || say stderr "${user_said%"$jplay_newline"}"
    user_say
}

user_delete() {
    if ! command -v userdel >/dev/null 2>&1; then
        set -- deluser
        [ "$user_remove" = 0 ] || set -- "$@" --remove-home
        user_run "$@" "$user_name"
        return
    fi
    set -- userdel
    if [ "$user_local" = 1 ] && command -v luserdel >/dev/null 2>&1; then set -- luserdel; fi
    [ "$user_force" = 0 ] || set -- "$@" -f
    [ "$user_remove" = 0 ] || set -- "$@" -r
    user_run "$@" "$user_name"
    [ -z "$user_said" ] || say stderr "${user_said%"$jplay_newline"}"
}

user_create() {
    if ! command -v useradd >/dev/null 2>&1; then
        user_create_small
        return
    fi
    set -- useradd
    if [ "$user_local" = 1 ] && command -v luseradd >/dev/null 2>&1; then set -- luseradd; fi
    [ -z "${user_uid:-}" ] || set -- "$@" -u "$user_uid"
    [ "$user_non_unique" = 0 ] || set -- "$@" -o
    if [ -n "${user_group:-}" ]; then
        set -- "$@" -g "$user_group"
    elif user_group_exists "$user_name"; then
        set -- "$@" -N
    fi
    [ -z "$user_wanted" ] || set -- "$@" -G "$user_wanted"
    [ -z "${user_comment:-}" ] || set -- "$@" -c "$user_comment"
    [ -z "${user_home:-}" ] || set -- "$@" -d "$user_home"
    [ -z "${user_shell:-}" ] || set -- "$@" -s "$user_shell"
    [ -z "${user_seuser:-}" ] || set -- "$@" -Z "$user_seuser"
    [ -z "${user_uid_min:-}" ] || set -- "$@" -K "UID_MIN=$user_uid_min"
    [ -z "${user_uid_max:-}" ] || set -- "$@" -K "UID_MAX=$user_uid_max"
    if [ "$user_create_home" = 1 ]; then
        set -- "$@" -m
        [ -z "${user_skeleton:-}" ] || set -- "$@" -k "$user_skeleton"
        [ -z "${user_umask:-}" ] || set -- "$@" -K "UMASK=$user_umask"
        case ${user_home:-} in */*) mkdir -p "${user_home%/*}" 2>/dev/null ;; esac
    else
        set -- "$@" -M
    fi
    [ "$user_system" = 0 ] || set -- "$@" -r
    user_run "$@" "$user_name"
    [ -z "${user_password:-}" ] || user_set_password
    user_line=
    user_todo=$(printf '%s' "$user_todo" | sed 's/create//')
}

# user_create_small: with the tools of busybox.
user_create_small() {
    command -v adduser >/dev/null 2>&1 || fail "neither useradd nor adduser is there"
    set -- adduser -D
    [ -z "${user_uid:-}" ] || set -- "$@" -u "$user_uid"
    if [ -n "${user_group:-}" ]; then
        user_group_exists "$user_group"
        set -- "$@" -G "$user_group_name"
    fi
    [ -z "${user_comment:-}" ] || set -- "$@" -g "$user_comment"
    [ -z "${user_home:-}" ] || set -- "$@" -h "$user_home"
    [ -z "${user_shell:-}" ] || set -- "$@" -s "$user_shell"
    if [ "$user_create_home" = 0 ]; then
        set -- "$@" -H
    elif [ -n "${user_skeleton:-}" ]; then
        set -- "$@" -k "$user_skeleton"
    fi
    [ "$user_system" = 0 ] || set -- "$@" -S
    user_run "$@" "$user_name"
    for user_each in $(printf '%s' "$user_wanted" | tr , ' '); do
        user_run addgroup "$user_name" "$user_each"
    done
    [ -z "${user_password:-}" ] || user_set_password
    if [ -n "${user_umask:-}" ] && [ "$user_create_home" = 1 ]; then
        user_entry
        chmod "$(printf '%o' $((0777 & ~0$user_umask)))" "$user_has_home"
    fi
    user_line=
    user_todo=$(printf '%s' "$user_todo" | sed 's/create//')
}

# user_modify: what usermod does in one call.
user_modify() {
    if ! command -v usermod >/dev/null 2>&1; then
        user_modify_small
        return
    fi
    set -- usermod
    if [ "$user_local" = 1 ] && command -v lusermod >/dev/null 2>&1; then set -- lusermod; fi
    user_count=$#
    for user_each in $user_todo; do
        case $user_each in
            uid)
                set -- "$@" -u "$user_uid"
                [ "$user_non_unique" = 0 ] || set -- "$@" -o
                ;;
            group) set -- "$@" -g "$user_group" ;;
            groups)
                [ "$user_append" = 0 ] || set -- "$@" -a
                set -- "$@" -G "$user_wanted"
                ;;
            comment) set -- "$@" -c "$user_comment" ;;
            home)
                set -- "$@" -d "$user_home"
                [ "$user_move_home" = 0 ] || set -- "$@" -m
                ;;
            shell) set -- "$@" -s "$user_shell" ;;
        esac
    done
    [ "$#" = "$user_count" ] || user_run "$@" "$user_name"
}

# user_modify_small: the same without usermod, in the files themselves.
user_modify_small() {
    for user_each in $user_todo; do
        case $user_each in
            uid) user_write passwd 3 "$user_uid" ;;
            group)
                user_group_exists "$user_group"
                user_write passwd 4 "$group_number"
                ;;
            groups) user_join_small ;;
            comment) user_write passwd 5 "$user_comment" ;;
            home)
                if [ "$user_move_home" = 1 ] && [ -d "$user_has_home" ] && [ ! -e "$user_home" ]; then
                    mv "$user_has_home" "$user_home" || fail "cannot move $user_has_home to $user_home"
                fi
                user_write passwd 6 "$user_home"
                ;;
            shell) user_write passwd 7 "$user_shell" ;;
        esac
    done
}

user_join_small() {
    for user_each_group in $(printf '%s' "$user_wanted" | tr , ' '); do
        user_lists "$user_in" "$user_each_group" || user_run addgroup "$user_name" "$user_each_group"
    done
    [ "$user_append" = 0 ] || return 0
    for user_each_group in $(printf '%s' "$user_in" | tr , ' '); do
        user_lists "$user_wanted" "$user_each_group" || user_run delgroup "$user_name" "$user_each_group"
    done
}

# user_write FILE COLUMN VALUE: puts a value into the account's line of /etc/FILE.
user_write() {
    temporary /etc
    cp -p "/etc/$1" "$temporary" || fail "cannot write in /etc"
    while IFS= read -r user_row || [ -n "$user_row" ]; do
        case $user_row in
            "$user_name":*)
                user_rest=$user_row
                user_row=
                user_column=1
                while [ "$user_column" -lt "$2" ]; do
                    user_row=$user_row${user_rest%%:*}:
                    case $user_rest in *:*) user_rest=${user_rest#*:} ;; *) user_rest= ;; esac
                    user_column=$((user_column + 1))
                done
                case $user_rest in *:*) user_rest=:${user_rest#*:} ;; *) user_rest= ;; esac
                user_row=$user_row$3$user_rest
                ;;
        esac
        printf '%s\n' "$user_row"
    done <"/etc/$1" >"$temporary" || fail "cannot write /etc/$1"
    mv -f "$temporary" "/etc/$1" || fail "cannot write /etc/$1"
}

# user_set_password: through a pipe, so that no list of processes shows it.
user_set_password() {
    user_new=$user_password
    if [ "${user_lock:-}" = 1 ]; then
        user_bare "$user_password"
        user_new=!$user_bare_password
    fi
    if ! command -v chpasswd >/dev/null 2>&1; then
        user_write shadow 2 "$user_new"
        return
    fi
    user_text=$(printf '%s:%s\n' "$user_name" "$user_new" | chpasswd -e 2>&1) || user_break "$?" "$user_text"
}

user_mark_lock() {
    if command -v usermod >/dev/null 2>&1; then
        # A new password was locked as it was set.
        case $user_todo in *password*) ;; *) user_run usermod -L "$user_name" ;; esac
    else
        user_write shadow 2 "!$user_has_password"
    fi
}

user_mark_unlock() {
    if command -v usermod >/dev/null 2>&1; then
        user_run usermod -U "$user_name"
    else
        user_bare "$user_has_password"
        user_write shadow 2 "$user_bare_password"
    fi
}

# user_age OPTION COLUMN DAYS: one of the limits of a password.
user_age() {
    if command -v chage >/dev/null 2>&1; then
        user_run chage "$1" "$3" "$user_name"
    else
        user_write shadow "$2" "${3#-*}"
    fi
}

user_expire() {
    if command -v usermod >/dev/null 2>&1; then
        user_run usermod -e "$user_expires_day" "$user_name"
    else
        user_write shadow 8 "$user_expires"
    fi
}

user_make_home() {
    user_from=${user_skeleton:-/etc/skel}
    mkdir -p "$user_has_home" || fail "cannot make the folder $user_has_home"
    [ ! -d "$user_from" ] || cp -R "$user_from/." "$user_has_home" || fail "cannot copy $user_from"
    chown -R "$user_has_uid:$user_has_gid" "$user_has_home" || fail "cannot give $user_has_home to $user_name"
    user_mask=${user_umask:-022}
    chmod "$(printf '%o' $((0777 & ~0$user_mask)))" "$user_has_home"
}

user_make_key() {
    command -v ssh-keygen >/dev/null 2>&1 || fail "ssh-keygen is missing"
    user_key_place "$user_has_home"
    user_folder=${user_key_path%/*}
    if [ ! -d "$user_folder" ]; then
        user_text=$(mkdir -m 0700 "$user_folder" 2>&1) || user_break 1 "Failed to create $user_folder: ${user_text##*: }"
        chown "$user_has_uid:$user_has_gid" "$user_folder"
    fi
    rm -f "$user_key_path" "$user_key_path.pub"
    IFS= read -r user_node </proc/sys/kernel/hostname
    set -- ssh-keygen -q -t "$user_key_type" -f "$user_key_path"
    set -- "$@" -C "${user_key_comment:-ansible-generated on $user_node}"
    [ "$user_key_bits" = 0 ] || set -- "$@" -b "$user_key_bits"
    if [ -z "${user_key_passphrase:-}" ]; then
        user_run "$@" -N ''
    else
        user_run user_protected "$@"
    fi
    chown "$user_has_uid:$user_has_gid" "$user_key_path" "$user_key_path.pub"
}

# user_protected WORDS: gives the passphrase through a pipe; without a terminal ssh-keygen reads it there.
user_protected() {
    command -v setsid >/dev/null 2>&1 || {
        printf 'setsid is needed to give a passphrase without showing it\n'
        return 1
    }
    printf '%s\n%s\n' "$user_key_passphrase" "$user_key_passphrase" |
        env -u DISPLAY SSH_ASKPASS_REQUIRE=never setsid "$@" 2>&1 >/dev/null | {
        # The questions are no news; the last line is why it failed, if it did.
        user_text=$(tr -d '\r' | sed 's/^Enter .*: *//')
        [ -f "$user_key_path" ] || {
            printf '%s\n' "$user_text"
            return 1
        }
    }
}

# user_say: what is there now.
user_say() {
    say uid "$user_has_uid"
    say group "$user_has_gid"
    say comment "$user_has_comment"
    say home "$user_has_home"
    say shell "$user_has_shell"
    [ -d "$user_has_home" ] || say no_home 1
    [ "$user_key" = 1 ] || return 0
    user_key_place "$user_has_home"
    say ssh_key_file "$user_key_path"
    say ssh_fingerprint "$(ssh-keygen -l -f "$user_key_path" 2>/dev/null)"
    [ ! -r "$user_key_path.pub" ] || say ssh_public_key "$(cat "$user_key_path.pub")"
}
