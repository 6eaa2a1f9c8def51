# Unpacks an archive. unarchive_see and unarchive_do take:
# ARCHIVE DEST CREATES KEEP_NEWER LIST OWNER GROUP MODE OPTIONS EXCLUDES INCLUDES, the last three one word per line.

# unarchive_see ...: tells whether something is to be unpacked.
unarchive_see() {
    expand "$3"
    if [ -n "$3" ] && [ -e "$expanded" ]; then
        printf 'skipped=1\n'
        return
    fi
    unarchive_open "$@"
    unarchive_same "$@" && printf 'same=1\n'
    attributes_of "$unarchive_dest" follow
    unarchive_describe
    [ "$5" != 1 ] || unarchive_list "$@" | sed 's/^/file=/'
}

unarchive_describe() {
    printf 'dest=%s\nhandler=%s\nuid=%s\ngid=%s\nowner=%s\ngroup=%s\nmode=%s\nsize=%s\n' \
        "$unarchive_dest" "$unarchive_kind" "$uid" "$gid" "$owner" "$group" "$mode" "$size"
}

# unarchive_open ...: finds out what kind of archive it is; sets $unarchive_file, $unarchive_dest, $unarchive_kind.
unarchive_open() {
    expand "$1"
    unarchive_file=$expanded
    expand "$2"
    unarchive_dest=${expanded%/}
    [ -f "$unarchive_file" ] || fail "Source '$unarchive_file' does not exist"
    [ -d "$unarchive_dest" ] || fail "Destination '$unarchive_dest' is not a directory"
    for unarchive_flag in '' z j J; do
        if tar "-t${unarchive_flag}f" "$unarchive_file" >/dev/null 2>&1; then
            unarchive_kind=tar
            return
        fi
    done
    if command -v unzip >/dev/null 2>&1 && unzip -l "$unarchive_file" >/dev/null 2>&1; then
        unarchive_kind=zip
        return
    fi
    fail "Failed to find handler for \"$unarchive_file\": it is no tar archive, and no zip archive that unzip can read"
}

# unarchive_words ...: sets $@ for a tool from OPTIONS, EXCLUDES and INCLUDES; used by unarchive_tar.
unarchive_tar() {
    unarchive_action=$1
    shift
    unarchive_ifs=$IFS
    IFS=$jplay_newline
    set -f
    # shellcheck disable=SC2086 # one word per line
    set -- "${10}" "${11}" $9
    unarchive_excludes=$1
    unarchive_includes=$2
    shift 2
    for unarchive_word in $unarchive_excludes; do
        set -- "$@" "--exclude=$unarchive_word"
    done
    for unarchive_word in $unarchive_includes; do
        set -- "$@" "$unarchive_word"
    done
    set +f
    IFS=$unarchive_ifs
    tar -C "$unarchive_dest" "-$unarchive_action${unarchive_flag}f" "$unarchive_file" "$@"
}

unarchive_list() {
    if [ "$unarchive_kind" = tar ]; then
        unarchive_tar t "$@" 2>/dev/null
    else
        unzip -Z1 "$unarchive_file"
    fi
}

# unarchive_same ...: whether all that is in the archive is there already.
unarchive_same() {
    if [ "$unarchive_kind" = tar ]; then
        unarchive_differences=$(unarchive_tar d "$@" 2>&1)
        unarchive_status=$?
        case $unarchive_differences in *"unrecognized option"* | *"invalid option"*) return 1 ;; esac
        unarchive_differences=$(printf '%s\n' "$unarchive_differences" |
            grep -v -E ': (Uid|Gid|Mod time|Mode) differs?$|^$')
        [ -z "$unarchive_differences" ] && [ "$unarchive_status" -le 1 ] || return 1
    else
        unzip -Z1 "$unarchive_file" | while read -r unarchive_each; do
            case $unarchive_each in
                */) [ -d "$unarchive_dest/$unarchive_each" ] || exit 1 ;;
                *) unzip -p "$unarchive_file" "$unarchive_each" | cmp -s - "$unarchive_dest/$unarchive_each" || exit 1 ;;
            esac
        done || return 1
    fi
    [ -z "$6$7$8" ] || ! unarchive_list "$@" | while read -r unarchive_each; do
        if attributes_of "$unarchive_dest/$unarchive_each" nofollow && attributes_differ "$6" "$7" "$8"; then
            echo differs
        fi
    done | grep -q differs
}

# unarchive_do ...: unpacks.
unarchive_do() {
    unarchive_open "$@"
    if unarchive_same "$@"; then
        printf 'same=1\n'
    else
        unarchive_unpack "$@"
        unarchive_list "$@" | while read -r unarchive_each; do
            if [ -e "$unarchive_dest/$unarchive_each" ]; then
                attributes_set "$unarchive_dest/$unarchive_each" "$6" "$7" "$8"
            fi
        done || exit 97
    fi
    attributes_of "$unarchive_dest" follow
    unarchive_describe
    [ "$5" != 1 ] || unarchive_list "$@" | sed 's/^/file=/'
}

unarchive_unpack() {
    if [ "$unarchive_kind" = tar ]; then
        unarchive_new=
        [ "$4" != 1 ] || unarchive_new=--keep-newer-files
        set -- "$1" "$2" "$3" "$4" "$5" "$6" "$7" "$8" "$9${unarchive_new:+$jplay_newline$unarchive_new}" "${10}" "${11}"
        unarchive_words=$(unarchive_tar x "$@" 2>&1) || fail "failed to unpack $unarchive_file: $unarchive_words"
    else
        unarchive_new=-o
        [ "$4" != 1 ] || unarchive_new=-u
        unarchive_words=$(unzip -q "$unarchive_new" "$unarchive_file" -d "$unarchive_dest" 2>&1) ||
            fail "failed to unpack $unarchive_file: $unarchive_words"
    fi
}
