# Puts a new file into its place. For other scripts.

# place_folder PATH: puts the folder of a path into $place_parent, with a slash at its end.
place_folder() {
    # shellcheck disable=SC2034 # for other scripts
    case $1 in
        */*) place_parent=${1%/*}/ ;;
        *) place_parent=./ ;;
    esac
}

# place_through PATH: puts what a link at the path points at, or the path itself, into $place_target.
place_through() {
    place_target=$1
    if [ -h "$1" ]; then
        place_target=$(
            readlink -f -- "$1"
            echo x
        )
        place_target=${place_target%"$jplay_newline"x}
        [ -n "$place_target" ] || place_target=$1
    fi
}

# place_temporary DEST OWNER GROUP MODE: makes $temporary in the folder $place_parent, right at once with the mode that
# place_file will give it where that can be; the mode it has is in $place_made. After attributes_of DEST.
place_temporary() {
    place_made=
    if [ -z "$2$3" ]; then
        case $type:$4 in
            *:[0-7]*) place_made=${4#0} ;;
            file:)
                # shellcheck disable=SC3067 # all shells in use know them
                if [ -O "$1" ] && [ -G "$1" ]; then place_made=$mode; fi
                ;;
            absent:)
                place_default 6
                place_made=$place_new
                ;;
        esac
    fi
    case $place_made in
        6[0246][0246])
            place_others=${place_made#?}
            temporary "$place_parent" 1$((7 - ${place_others%?}))$((7 - ${place_made#??}))
            ;;
        *)
            place_made=
            temporary "$place_parent"
            ;;
    esac
}

# place_default 6|7: puts the mode of a new file or folder into $place_new, without another process.
place_default() {
    place_mask=000$jplay_umask
    place_mask=${place_mask#"${place_mask%???}"}
    place_rest=${place_mask#?}
    place_new=$(($1 & ~${place_mask%??}))$(($1 & ~${place_rest%?}))$(($1 & ~${place_mask#??}))
}

# place_confirm: after attributes_of what place_file made with a mode of its own: an access list of the folder may have
# taken something from it.
place_confirm() {
    if [ -n "${place_made:-}" ] && [ "$mode" != "$place_made" ] && [ ! -h "$attributes_path" ]; then
        chmod -- "$place_made" "$attributes_path" || fail "chmod failed: $attributes_path cannot have the mode $place_made"
        attributes_of "$attributes_path" "$attributes_way"
    fi
}

# place_file TEMPORARY DEST BACKUP VALIDATE OWNER GROUP MODE MORE: lets VALIDATE, a shell text in which $1 is the file,
# judge the new file (a text behind ! is why it cannot), keeps a copy of the old one, and replaces it in one step. What is not given is that of the old
# file, or what the umask leaves.
place_file() {
    case $4 in
        '!'*) fail "${4#!}" ;;
    esac
    if [ -n "$4" ]; then
        place_words=$(sh -c "$4" sh "$1" 2>&1 </dev/null) ||
            fail "failed to validate: rc:$? error:$place_words"
    fi
    attributes_again "$2"
    if [ "$type" = file ]; then
        place_mode "$1" "$mode" "$7"
        # shellcheck disable=SC3067 # all shells in use know them
        if ! [ -O "$2" ] || ! [ -G "$2" ]; then
            chown "$uid:$gid" "$1" 2>/dev/null || chown ":$gid" "$1" 2>/dev/null
        fi
        if [ -e /sys/fs/selinux/enforce ]; then
            chcon --reference="$2" "$1" 2>/dev/null
        fi
    else
        place_mode "$1" '' "$7"
    fi
    if [ -n "${place_made:-}" ]; then
        attributes_set "$1" "$5" "$6" ""
    else
        attributes_set "$1" "$5" "$6" "$7"
    fi
    if [ "$3" = 1 ] && [ "$type" != absent ]; then
        place_backup "$2"
    fi
    attributes_more "$8"
    mv -f -- "$1" "$2" 2>/dev/null || place_unsafe "$1" "$2"
    [ -z "$8" ] || attributes_set_more "$2" "$8"
}

# place_mode FILE MODE WANTED: sets the mode, or what the umask leaves; one that is wanted by its number is set later.
place_mode() {
    case ${place_made:-}:$3 in
        ?*:* | :[0-7]*) ;;
        *)
            place_default 6
            chmod "${2:-$place_new}" "$1"
            ;;
    esac
}

# place_backup PATH: copies the file beside itself.
place_backup() {
    place_copy=$1.$$.$(date +%Y-%m-%d@%H:%M:%S)~
    cp -p -- "$1" "$place_copy" || fail "cannot make the backup $place_copy"
    say backup_file "$place_copy"
}

# place_unsafe TEMPORARY DEST: writes into the file itself where that was allowed, as for one that is a mount point.
place_unsafe() {
    [ "$attributes_unsafe" = 1 ] || fail "cannot replace $2"
    cat "$1" >"$2" || fail "cannot write $2"
    rm -f -- "$1"
}
