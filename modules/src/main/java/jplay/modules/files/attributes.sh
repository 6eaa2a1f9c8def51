# Owner, group and mode of a path: what they are, what they should be, and setting them. For other scripts.

# attributes_of PATH follow|nofollow: puts what is known into $type (file, directory, link, other, absent), $mode, $uid,
# $gid, $owner, $group and $size.
attributes_of() {
    type=absent
    if [ "$2" = follow ]; then
        attributes_line=$(stat -L -c '%a|%u|%g|%s|%U|%G|%F' "$1" 2>/dev/null) || attributes_line=
    else
        attributes_line=
    fi
    if [ -z "$attributes_line" ]; then
        attributes_line=$(stat -c '%a|%u|%g|%s|%U|%G|%F' "$1" 2>/dev/null) || return 1
    fi
    attributes_ifs=$IFS
    IFS='|'
    set -f
    # shellcheck disable=SC2086 # to be split
    set -- $attributes_line
    set +f
    IFS=$attributes_ifs
    mode=$1 uid=$2 gid=$3 size=$4 owner=$5 group=$6
    case ${7:-} in
        *directory*) type="directory" ;;
        *link*) type="link" ;;
        *regular*) type="file" ;;
        *) type=other ;;
    esac
}

# attributes_say PATH: tells them under Ansible's names.
attributes_say() {
    say uid "$uid"
    say gid "$gid"
    say owner "$owner"
    say group "$group"
    say mode "$mode"
    say size "$size"
    say state "$type"
}

# attributes_differ OWNER GROUP MODE: whether what attributes_of found is not what is wanted; empty is as it is.
# Puts the wanted mode into $wanted_mode.
attributes_differ() {
    attributes_mode "$mode" "$3" "$([ "$type" = directory ] && echo 1)"
    attributes_changes=
    if [ -n "$1" ] && [ "$1" != "$owner" ] && [ "$1" != "$uid" ]; then
        attributes_changes="$attributes_changes owner"
    fi
    if [ -n "$2" ] && [ "$2" != "$group" ] && [ "$2" != "$gid" ]; then
        attributes_changes="$attributes_changes group"
    fi
    if [ "$type" != link ] && [ "$((0$wanted_mode))" -ne "$((0$mode))" ]; then
        attributes_changes="$attributes_changes mode"
    fi
    [ -n "$attributes_changes" ]
}

# attributes_set PATH OWNER GROUP MODE: sets what is not empty. Owner first: it clears the set-user-id bit.
attributes_set() {
    if [ -n "$2" ] || [ -n "$3" ]; then
        attributes_who=$2${3:+:$3}
        chown -h "$attributes_who" "$1" 2>/dev/null || fail "cannot give $1 to $attributes_who"
    fi
    if [ -n "$4" ] && [ ! -h "$1" ]; then
        chmod "$4" "$1" || fail "cannot set mode $4 of $1"
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
        set -- "$1" "$2" "$3" $(($4 & ~0$(umask))) "$5" "$6"
    fi
    case $2 in
        +) bits=$((bits | $4)) ;;
        -) bits=$((bits & ~$4)) ;;
        =) bits=$((bits & ~$5 | $4)) ;;
    esac
}
