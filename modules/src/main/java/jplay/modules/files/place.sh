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
    attributes_of "$2" nofollow
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
    attributes_set "$1" "$5" "$6" "$7"
    if [ "$3" = 1 ] && [ "$type" != absent ]; then
        place_backup "$2"
    fi
    attributes_more "$8"
    mv -f -- "$1" "$2" 2>/dev/null || place_unsafe "$1" "$2"
    [ -z "$8" ] || attributes_set_more "$2" "$8"
}

# place_mode FILE MODE WANTED: sets the mode, or what the umask leaves; one that is wanted by its number is set later.
place_mode() {
    case $3 in
        [0-7]*) ;;
        *) chmod "${2:-$(printf '%o' $((0666 & ~0$(umask))))}" "$1" ;;
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
