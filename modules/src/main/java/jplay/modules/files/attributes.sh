# Owner, group, mode, flags and SELinux context of a path: what they are, what they should be, and setting them.
# For other scripts. OWNER, GROUP, MODE and MORE are empty for what is to stay as it is; MORE is
# FLAGS|USER|ROLE|TYPE|LEVEL|UNSAFE, five for chattr and chcon, the last 1 where a write need not be atomic.

# attributes_of PATH follow|nofollow: puts what is known into $type (file, directory, link, other, absent), $mode, $uid,
# $gid, $owner, $group, $size and $links.
attributes_of() {
    type=absent
    attributes_path=$1
    # shellcheck disable=SC2034 # others know by it that they need not look again
    attributes_way=$2
    attributes_line=
    # a program costs more than all tests together
    [ -e "$1" ] || [ -h "$1" ] || return 1
    if [ "$2" = follow ]; then
        attributes_line=$(stat -L -c '%a|%u|%g|%s|%h|%U|%G|%F' -- "$1" 2>/dev/null)
    fi
    if [ -z "$attributes_line" ]; then
        attributes_line=$(stat -c '%a|%u|%g|%s|%h|%U|%G|%F' -- "$1" 2>/dev/null) || return 1
    fi
    attributes_ifs=$IFS
    IFS='|'
    set -f
    # shellcheck disable=SC2086 # to be split
    set -- $attributes_line
    set +f
    IFS=$attributes_ifs
    mode=$1 uid=$2 gid=$3 size=$4 links=$5 owner=$6 group=$7
    [ "$owner" != UNKNOWN ] || owner=$uid
    [ "$group" != UNKNOWN ] || group=$gid
    case ${8:-} in
        *directory*) type="directory" ;;
        *link*) type="link" ;;
        *regular*) type="file" ;;
        *) type=other ;;
    esac
}

# attributes_again PATH: attributes_of PATH nofollow, unless the last look has told just that.
attributes_again() {
    if [ "${attributes_path:-}" != "$1" ] || { [ "$attributes_way" = follow ] && [ -h "$1" ]; }; then
        attributes_of "$1" nofollow
    fi
}

# attributes_state: puts Ansible's word for what attributes_of found into $attributes_word.
attributes_state() {
    case $type in
        file) if [ "$links" -gt 1 ]; then attributes_word=hard; else attributes_word="file"; fi ;;
        other) attributes_word="file" ;;
        *) attributes_word=$type ;;
    esac
}

# attributes_say: tells what attributes_of found under Ansible's names.
attributes_say() {
    attributes_state
    say uid "$uid"
    say gid "$gid"
    say owner "$owner"
    say group "$group"
    say mode "$mode"
    say size "$size"
    say state "$attributes_word"
    if [ -e /sys/fs/selinux/enforce ]; then
        say secontext "$(stat -c %C -- "$attributes_path" 2>/dev/null)"
    fi
}

# attributes_differ OWNER GROUP MODE [MORE]: whether what attributes_of found is not what is wanted.
# Puts the wanted mode into $wanted_mode, what differs into $attributes_changes.
attributes_differ() {
    attributes_folder=
    [ "$type" != directory ] || attributes_folder=1
    attributes_mode "$mode" "$3" "$attributes_folder"
    attributes_changes=
    if [ -n "$1" ] && [ "$1" != "$owner" ] && [ "$1" != "$uid" ]; then
        attributes_known user "$1"
        attributes_changes="$attributes_changes owner"
    fi
    if [ -n "$2" ] && [ "$2" != "$group" ] && [ "$2" != "$gid" ]; then
        attributes_known group "$2"
        attributes_changes="$attributes_changes group"
    fi
    if [ "$type" != link ] && [ "$((0$wanted_mode))" -ne "$((0$mode))" ]; then
        attributes_changes="$attributes_changes mode"
    fi
    if [ -n "${4:-}" ]; then
        attributes_more "$4"
        attributes_flags_differ && attributes_changes="$attributes_changes attributes"
        attributes_context_differs && attributes_changes="$attributes_changes secontext"
    fi
    [ -n "$attributes_changes" ]
}

# attributes_explain OWNER GROUP MODE MORE: attributes_differ; tells what is and what will be.
attributes_explain() {
    attributes_differ "$@" || return 1
    say changes "$attributes_changes"
    say before_mode "$mode"
    say before_owner "$uid"
    say before_group "$gid"
    say after_mode "$wanted_mode"
    case $attributes_changes in *owner*) say after_owner "$(attributes_number u "$1")" ;; esac
    case $attributes_changes in *group*) say after_group "$(attributes_number g "$2")" ;; esac
    case $attributes_changes in
        *attributes*)
            say before_attributes "$attributes_old"
            say after_attributes "$attributes_flags"
            ;;
    esac
    return 0
}

# attributes_number u|g NAME: the number of a user or group.
attributes_number() {
    case $2 in
        *[!0-9]*) ;;
        *)
            echo "$2"
            return
            ;;
    esac
    if [ "$1" = u ]; then
        id -u -- "$2"
    else
        { getent group "$2" 2>/dev/null || grep "^$2:" /etc/group; } | head -n 1 | cut -d : -f 3
    fi
}

# attributes_known user|group NAME: gives up when there is none of that name.
attributes_known() {
    case $2 in
        *[!0-9]*) ;;
        *) return ;;
    esac
    if [ "$1" = user ]; then
        id -u -- "$2" >/dev/null 2>&1 || fail "chown failed: failed to look up user $2"
    elif command -v getent >/dev/null 2>&1; then
        getent group "$2" >/dev/null || fail "chgrp failed: failed to look up group $2"
    else
        grep -q "^$2:" /etc/group || fail "chgrp failed: failed to look up group $2"
    fi
}

# attributes_more MORE: takes it apart.
attributes_more() {
    attributes_ifs=$IFS
    IFS='|'
    set -f
    # shellcheck disable=SC2086 # to be split
    set -- $1
    set +f
    IFS=$attributes_ifs
    attributes_flags=${1:-} attributes_seuser=${2:-} attributes_serole=${3:-} attributes_setype=${4:-}
    # shellcheck disable=SC2034 # for other scripts
    attributes_selevel=${5:-} attributes_unsafe=${6:-}
}

# attributes_flags_differ: whether the path's flags are not those of $attributes_flags.
attributes_flags_differ() {
    [ -n "$attributes_flags" ] || return 1
    attributes_old=$(lsattr -d -- "$attributes_path" 2>/dev/null) || attributes_old=
    attributes_old=$(printf %s "${attributes_old%% *}" | tr -d -)
    attributes_letters=${attributes_flags#[-+=]}
    case $attributes_flags in
        [-+]*) ;;
        *)
            [ "$attributes_letters" != "$attributes_old" ]
            return
            ;;
    esac
    while [ -n "$attributes_letters" ]; do
        attributes_rest=${attributes_letters#?}
        attributes_letter=${attributes_letters%"$attributes_rest"}
        attributes_letters=$attributes_rest
        case $attributes_old:$attributes_flags in
            *"$attributes_letter"*:-*) return 0 ;;
            *"$attributes_letter"*:+*) ;;
            *:+*) return 0 ;;
        esac
    done
    return 1
}

# attributes_context PATH: puts the context as it should be into $attributes_wanted; fails when there is nothing to want.
attributes_context() {
    [ -n "$attributes_seuser$attributes_serole$attributes_setype$attributes_selevel" ] || return 1
    [ -e /sys/fs/selinux/enforce ] && command -v chcon >/dev/null 2>&1 || return 1
    attributes_old=$(stat -c %C -- "$1" 2>/dev/null) || return 1
    attributes_policy=$(matchpathcon -n -- "$1" 2>/dev/null) || attributes_policy=$attributes_old
    attributes_wanted=
    for attributes_part in "$attributes_seuser" "$attributes_serole" "$attributes_setype" "$attributes_selevel"; do
        case $attributes_part in
            '') attributes_part=${attributes_old%%:*} ;;
            _default) attributes_part=${attributes_policy%%:*} ;;
        esac
        # a level has colons of its own
        case $attributes_wanted in
            *:*:*:) if [ -z "$attributes_selevel" ]; then attributes_part=$attributes_old; fi ;;
        esac
        attributes_wanted=$attributes_wanted$attributes_part:
        attributes_old=${attributes_old#*:}
        attributes_policy=${attributes_policy#*:}
    done
    attributes_wanted=${attributes_wanted%:}
}

attributes_context_differs() {
    attributes_context "$attributes_path" &&
        [ "$attributes_wanted" != "$(stat -c %C -- "$attributes_path" 2>/dev/null)" ]
}

# attributes_set PATH OWNER GROUP MODE [MORE]: sets what is not empty. Owner first: it clears the set-user-id bit.
attributes_set() {
    if [ -n "$2" ]; then
        attributes_known user "$2"
    fi
    if [ -n "$3" ]; then
        attributes_known group "$3"
    fi
    if [ -n "$2" ] || [ -n "$3" ]; then
        attributes_who=$2${3:+:$3}
        chown -h -- "$attributes_who" "$1" 2>/dev/null || fail "chown failed: $1 cannot be given to $attributes_who"
    fi
    if [ -n "$4" ] && [ ! -h "$1" ]; then
        chmod -- "$4" "$1" 2>/dev/null || fail "chmod failed: $1 cannot have the mode $4"
    fi
    [ -z "${5:-}" ] || attributes_set_more "$1" "$5"
}

attributes_set_more() {
    attributes_more "$2"
    if attributes_context "$1"; then
        chcon -h -- "$attributes_wanted" "$1" || fail "set selinux context failed: $1 cannot have $attributes_wanted"
    fi
    attributes_path=$1
    if attributes_flags_differ; then
        case $attributes_flags in
            [-+=]*) ;;
            *) attributes_flags="=$attributes_flags" ;;
        esac
        # an option of chattr is not behind --
        case $1 in
            -*) attributes_path=./$1 ;;
        esac
        chattr "$attributes_flags" "$attributes_path" 2>/dev/null ||
            fail "chattr failed: $1 cannot have the flags $attributes_flags"
    fi
}
# attributes_mode OCTAL WANTED FOLDER: puts what WANTED (octal or symbolic) makes of OCTAL into $wanted_mode.
attributes_mode() {
    case $2 in
        '' | preserve)
            wanted_mode=$1
            return
            ;;
        [0-7]*)
            wanted_mode=$2
            return
            ;;
    esac
    bits=$((0$1))
    clauses=$2,
    while [ -n "$clauses" ]; do
        clause=${clauses%%,*}
        clauses=${clauses#*,}
        who=${clause%%[-+=]*}
        actions=${clause#"$who"}
        while [ -n "$actions" ]; do
            action=${actions%"${actions#?}"}
            actions=${actions#?}
            letters=${actions%%[-+=]*}
            actions=${actions#"$letters"}
            attributes_apply "$who" "$action" "$letters" "$3"
        done
    done
    wanted_mode=$(printf '%o' "$bits")
}

# attributes_apply WHO ACTION LETTERS FOLDER: one action of a symbolic mode on $bits.
attributes_apply() {
    add=0 special=0
    case $3 in *r*) add=$((add | 4)) ;; esac
    case $3 in *w*) add=$((add | 2)) ;; esac
    case $3 in *x*) add=$((add | 1)) ;; esac
    case $3 in
        *X*) if [ "$4" = 1 ] || [ $((bits & 0111)) -ne 0 ]; then add=$((add | 1)); fi ;;
        u) add=$((bits >> 6 & 7)) ;;
        g) add=$((bits >> 3 & 7)) ;;
        o) add=$((bits & 7)) ;;
    esac
    case $1 in
        *a* | '') everyone=ugo ;;
        *) everyone=$1 ;;
    esac
    set -- "$everyone" "$2" "$3" 0 0 "$1"
    case $1 in *u*) set -- "$1" "$2" "$3" $(($4 | add << 6)) $(($5 | 0700)) "$6" ;; esac
    case $1 in *g*) set -- "$1" "$2" "$3" $(($4 | add << 3)) $(($5 | 0070)) "$6" ;; esac
    case $1 in *o*) set -- "$1" "$2" "$3" $(($4 | add)) $(($5 | 0007)) "$6" ;; esac
    case $3 in *s*) case $1 in *u*) special=$((special | 04000)) ;; esac ;; esac
    case $3 in *s*) case $1 in *g*) special=$((special | 02000)) ;; esac ;; esac
    case $3 in *t*) special=$((special | 01000)) ;; esac
    set -- "$1" "$2" "$3" $(($4 | special)) "$5" "$6"
    if [ -z "$6" ]; then
        set -- "$1" "$2" "$3" $(($4 & ~0$jplay_umask)) "$5" "$6"
    fi
    case $2 in
        +) bits=$((bits | $4)) ;;
        -) bits=$((bits & ~$4)) ;;
        =) bits=$((bits & ~$5 | $4)) ;;
    esac
}
