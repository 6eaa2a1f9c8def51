# Makes, changes or removes an account. Arguments: NAME=VALUE of what User.java gives; what is not given stays as it is.

user_look() {
    for user_setting in "$@"; do
        eval "user_${user_setting%%=*}=\${user_setting#*=}"
    done
    user_todo=
    user_entry
    case $user_state:$user_line in
        absent:) return 0 ;;
        absent:*) return 1 ;;
    esac
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
    [ -z "$user_todo" ] || return 1
    user_say
    return 0
}

# user_entry: puts the account's line into $user_line and its parts into variables.
user_entry() {
    user_line=
    while IFS= read -r user_each; do
        case $user_each in
            "$user_name":*)
                user_line=$user_each
                break
                ;;
        esac
    done </etc/passwd
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

# user_look_groups: names of the wanted groups into $user_wanted, those the account is in into $user_in.
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
        user_wanted=${user_wanted:+$user_wanted,}$user_group_name
    done
    [ -n "$user_line" ] || return 0
    user_main=$(id -gn "$user_name" 2>/dev/null)
    for user_each_group in $(id -Gn "$user_name" 2>/dev/null); do
        if [ "$user_each_group" != "$user_main" ]; then
            user_in=${user_in:+$user_in,}$user_each_group
        elif user_lists "$user_wanted" "$user_each_group"; then
            user_in=${user_in:+$user_in,}$user_each_group
        fi
    done
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
    if [ "$user_move_home" = 1 ] && [ "${user_home:-$user_has_home}" != "$user_has_home" ]; then
        user_todo="$user_todo home"
    elif [ -n "${user_home:-}" ] && [ "$user_home" != "$user_has_home" ]; then
        user_todo="$user_todo home"
    fi
    [ "${user_shell:-$user_has_shell}" = "$user_has_shell" ] || user_todo="$user_todo shell"
}

# user_look_shadow: password and how long it may be used.
user_look_shadow() {
    user_shadow=
    if [ -r /etc/shadow ]; then
        while IFS= read -r user_each; do
            case $user_each in
                "$user_name":*)
                    user_shadow=$user_each
                    break
                    ;;
            esac
        done </etc/shadow
    fi
    user_rest=${user_shadow#*:}:::::::
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
        [ "${user_has_password#!}" = "${user_password#!}" ] || user_todo="$user_todo password"
    fi
    case ${user_lock:-}:$user_has_password in
        1:!* | 0:[!!]* | 0: | :*) ;;
        1:*) user_todo="$user_todo lock" ;;
        0:*) user_todo="$user_todo unlock" ;;
    esac
    [ "${user_least-$user_has_least}" = "$user_has_least" ] || user_todo="$user_todo least"
    [ "${user_most-$user_has_most}" = "$user_has_most" ] || user_todo="$user_todo most"
    [ "${user_warn-$user_has_warn}" = "$user_has_warn" ] || user_todo="$user_todo warn"
    [ "${user_disable-$user_has_disable}" = "$user_has_disable" ] || user_todo="$user_todo disable"
    [ "${user_expires-$user_has_expires}" = "$user_has_expires" ] || user_todo="$user_todo expires"
}

user_look_home() {
    [ "$user_create_home" = 1 ] && [ -n "$user_line" ] || return 0
    user_place=${user_home:-$user_has_home}
    case $user_todo in *home*) [ "$user_move_home" = 0 ] || return 0 ;; esac
    [ -d "$user_place" ] || user_todo="$user_todo folder"
}

user_look_key() {
    [ "$user_key" = 1 ] || return 0
    if [ -n "$user_line" ]; then
        user_key_place "${user_home:-$user_has_home}"
        [ -f "$user_key_path" ] && [ "$user_force" = 0 ] && return 0
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

# user_run WORDS: does it or fails with what was said.
user_run() {
    user_text=$("$@" 2>&1 </dev/null) || fail "$1 failed with status $?: $user_text"
}

user_change() {
    if [ "$user_state" = absent ]; then
        user_delete
        return
    fi
    if [ -z "$user_line" ]; then
        user_create
        user_entry
        [ -n "$user_line" ] || fail "$user_name is not there after it was made"
        user_look_shadow
    fi
    user_modify
    for user_each in $user_todo; do
        case $user_each in
            password) user_set_password "$user_password" ;;
            lock) user_run usermod -L "$user_name" ;;
            unlock) user_run usermod -U "$user_name" ;;
            least) user_run chage -m "$user_least" "$user_name" ;;
            most) user_run chage -M "$user_most" "$user_name" ;;
            warn) user_run chage -W "$user_warn" "$user_name" ;;
            disable) user_run chage -I "$user_disable" "$user_name" ;;
            expires) user_run usermod -e "$user_expires_day" "$user_name" ;;
        esac
    done
    user_entry
    case $user_todo in *folder*) user_make_home ;; esac
    case $user_todo in *key*) user_make_key ;; esac
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
    user_text=$("$@" "$user_name" 2>&1 </dev/null) || fail "$1 failed with status $?: $user_text"
    [ -z "$user_text" ] || say stderr "$user_text"
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
    else
        set -- "$@" -M
    fi
    [ "$user_system" = 0 ] || set -- "$@" -r
    user_run "$@" "$user_name"
    [ -z "${user_password:-}" ] || user_set_password "$user_password"
    user_line=
    user_todo=$(printf '%s' "$user_todo" | sed 's/create//')
}

# user_create_small: with the tools of busybox.
user_create_small() {
    command -v adduser >/dev/null 2>&1 || fail "neither useradd nor adduser is there"
    set -- adduser -D
    [ -z "${user_uid:-}" ] || set -- "$@" -u "$user_uid"
    [ -z "${user_group:-}" ] || set -- "$@" -G "$user_group_name"
    [ -z "${user_comment:-}" ] || set -- "$@" -g "$user_comment"
    [ -z "${user_home:-}" ] || set -- "$@" -h "$user_home"
    [ -z "${user_shell:-}" ] || set -- "$@" -s "$user_shell"
    [ "$user_create_home" = 1 ] || set -- "$@" -H
    [ "$user_system" = 0 ] || set -- "$@" -S
    user_run "$@" "$user_name"
    for user_each in $(printf '%s' "$user_wanted" | tr , ' '); do
        user_run addgroup "$user_name" "$user_each"
    done
    [ -z "${user_password:-}" ] || user_set_password "$user_password"
}

# user_modify: what usermod does in one call.
user_modify() {
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
    [ "$#" = "$user_count" ] && return
    command -v usermod >/dev/null 2>&1 || fail "usermod is missing, it is needed to change $user_name"
    user_run "$@" "$user_name"
}

# user_set_password HASH: through a pipe, so that no list of processes shows it.
user_set_password() {
    user_text=$(printf '%s:%s\n' "$user_name" "$1" | chpasswd -e 2>&1) || fail "chpasswd failed: $user_text"
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
        mkdir -m 0700 "$user_folder" || fail "Failed to create $user_folder"
        chown "$user_has_uid:$user_has_gid" "$user_folder"
    fi
    rm -f "$user_key_path" "$user_key_path.pub"
    IFS= read -r user_node </proc/sys/kernel/hostname
    set -- ssh-keygen -q -t "$user_key_type" -f "$user_key_path"
    set -- "$@" -C "${user_key_comment:-ansible-generated on $user_node}"
    [ "$user_key_bits" = 0 ] || set -- "$@" -b "$user_key_bits"
    user_run "$@" -N "${user_key_passphrase:-}"
    chown "$user_has_uid:$user_has_gid" "$user_key_path" "$user_key_path.pub"
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
