# Unpacks archives.

# unarchive_target DEST CREATES: finds the folder; fails with 1 when there is nothing to do.
unarchive_target() {
    expand "$2"
    if [ -n "$2" ] && [ -e "$expanded" ]; then
        say skipped "$expanded"
        return 1
    fi
    expand "$1"
    unarchive_dest=$expanded
    say dest "$unarchive_dest"
    [ -d "$unarchive_dest" ] || fail "dest '$unarchive_dest' must be an existing dir"
    attributes_of "$unarchive_dest" follow
    attributes_say
}

# unarchive_compare DEST CREATES OWNER GROUP MODE MORE then pieces: KIND COUNT HOW STATS SUMS PATH...
# Tells same when all that an archive of the controller holds is there.
unarchive_compare() {
    unarchive_target "$1" "$2" || return 0
    unarchive_owner=$3 unarchive_group=$4 unarchive_mode=$5
    shift 6
    [ $# -gt 0 ] || return 0
    cd -- "$unarchive_dest" || fail "cannot enter $unarchive_dest"
    while [ $# -gt 0 ]; do
        unarchive_kind=$1 unarchive_count=$2 unarchive_how=$3 unarchive_stats=$4 unarchive_sums=$5
        shift 5
        unarchive_piece "$@" || return 0
        shift "$unarchive_count"
    done
    say same 1
}

# unarchive_piece PATH...: whether the first ones are as they should be.
unarchive_piece() {
    case $unarchive_kind in
        link)
            [ "$(readlink -- "$1" 2>/dev/null)" = "$2" ]
            return
            ;;
        hard)
            # shellcheck disable=SC3013 # all shells in use know it
            [ "$1" -ef "./$2" ]
            return
            ;;
    esac
    unarchive_refs=
    unarchive_number=1
    while [ "$unarchive_number" -le "$unarchive_count" ]; do
        unarchive_refs="$unarchive_refs \"\${$unarchive_number}\""
        unarchive_number=$((unarchive_number + 1))
    done
    eval "set -- $unarchive_refs"
    unarchive_stats_fit "$@" && unarchive_sums_fit "$@" && unarchive_rights_fit "$@"
}

unarchive_stats_fit() {
    if [ "$unarchive_kind" = folders ]; then
        unarchive_now=$(stat -L -c '%f' -- "$@" 2>/dev/null) || return 1
    elif [ "$unarchive_how" = all ]; then
        unarchive_now=$(stat -c '%f|%s|%Y' -- "$@" 2>/dev/null) || return 1
    else
        unarchive_now=$(stat -c '%f|%s' -- "$@" 2>/dev/null) || return 1
    fi
    # permissions matter only where tar sets those of the archive
    if [ "$unarchive_how" != all ] || [ -n "$unarchive_mode" ] || [ "$(id -u)" != 0 ]; then
        unarchive_now=$(printf '%s\n' "$unarchive_now" | sed 's/^\(.\)[^|]*/\1/')
        unarchive_stats=$(printf '%s\n' "$unarchive_stats" | sed 's/^\(.\)[^|]*/\1/')
    fi
    [ "$unarchive_now" = "$unarchive_stats" ]
}

unarchive_sums_fit() {
    [ "$unarchive_kind" = files ] || return 0
    unarchive_now=$(sha1sum -- "$@" 2>/dev/null | sed 's/^\\//; s/ .*//') || return 1
    [ "$unarchive_now" = "$unarchive_sums" ]
}

# unarchive_rights_fit PATH...: whether owner, group and mode are those that are asked for.
unarchive_rights_fit() {
    [ -n "$unarchive_owner$unarchive_group$unarchive_mode" ] || return 0
    stat -L -c '%a|%U|%u|%G|%g|%F' -- "$@" | sort -u | {
        # shellcheck disable=SC2034 # for attributes_differ
        while IFS='|' read -r mode owner uid group gid type; do
            case $type in *directory*) type="directory" ;; *) type="file" ;; esac
            ! attributes_differ "$unarchive_owner" "$unarchive_group" "$unarchive_mode" "" || exit 1
        done
    }
}

# unarchive_put DEST OWNER GROUP MODE MORE KEEP_NEWER OPTIONS EXCLUDES INCLUDES LIST NAME: unpacks the payload; NAME is
# what messages call it. The last but two have one word per line.
unarchive_put() {
    unarchive_target "$1" ""
    temporary "${TMPDIR:-/tmp}"
    payload 1 "$temporary"
    unarchive_file=$temporary
    unarchive_called=${11}
    unarchive_open
    unarchive_options=$7 unarchive_excludes=$8 unarchive_includes=$9
    unarchive_finish "$2" "$3" "$4" "$5" "$6" "${10}"
}

# unarchive_look SOURCE DEST CREATES OWNER GROUP MODE MORE KEEP_NEWER OPTIONS EXCLUDES INCLUDES LIST CURL WGET: an archive
# of this host, or of a URL: then CURL or WGET is what these programs are to be told.
unarchive_look() {
    unarchive_target "$2" "$3" || return 0
    unarchive_options=$9 unarchive_excludes=${10} unarchive_includes=${11}
    unarchive_called=$1
    if [ -n "${13}" ]; then
        unarchive_fetch "${13}" "${14}"
    else
        expand "$1"
        unarchive_file=$expanded
        unarchive_called=$expanded
        [ -e "$unarchive_file" ] || fail "Source '$unarchive_file' does not exist"
        [ -r "$unarchive_file" ] || fail "Source '$unarchive_file' not readable"
    fi
    say src "$unarchive_called"
    unarchive_open
    say handler "$unarchive_handler"
    [ "${12}" != 1 ] || say files "$(unarchive_list)"
    unarchive_same "$4" "$5" "$6" "$7"
}

# unarchive_fetch CURL WGET: gets the archive into a file that vanishes with this call.
unarchive_fetch() {
    temporary "${TMPDIR:-/tmp}"
    unarchive_file=$temporary
    web_get "$unarchive_file" "$1" "$2"
    case $web_code in
        2*) ;;
        0 | 000 | '') fail "Failure downloading $unarchive_called, $web_trouble" ;;
        *) fail "Failure downloading $unarchive_called, HTTP Error $web_code: $web_reason" ;;
    esac
}

unarchive_change() {
    unarchive_finish "$4" "$5" "$6" "$7" "$8" "${12}"
}

# unarchive_finish OWNER GROUP MODE MORE KEEP_NEWER LIST: unpacks, and sets attributes.
unarchive_finish() {
    unarchive_unpack "$5"
    if [ -n "$1$2$3$4" ]; then
        unarchive_list | while read -r unarchive_each; do
            unarchive_name "$unarchive_each"
            if [ -e "$unarchive_dest/$unarchive_path" ] || [ -h "$unarchive_dest/$unarchive_path" ]; then
                attributes_set "${unarchive_dest%/}/${unarchive_path%/}" "$1" "$2" "$3" "$4"
            fi
        done || exit 97
    fi
    [ "$6" != 1 ] || say files "$(unarchive_list)"
    say handler "$unarchive_handler"
    attributes_of "$unarchive_dest" follow
    attributes_say
}

# unarchive_name LISTED: puts the name that tar listed into $unarchive_path; GNU's writes odd characters by numbers.
unarchive_name() {
    unarchive_path=$1
    case $1 in
        *\\*)
            if [ "$unarchive_gnu" = 1 ]; then
                # shellcheck disable=SC2059 # the numbers are to be read
                unarchive_path=$(
                    printf "$(printf %s "$1" | sed 's/%/%%/g')"
                    echo x
                )
                unarchive_path=${unarchive_path%"$jplay_newline"x}
                unarchive_path=${unarchive_path%x}
            fi
            ;;
    esac
}

# unarchive_open: finds out what kind of archive $unarchive_file is.
unarchive_open() {
    unarchive_gnu=0
    unarchive_flag=
    if command -v tar >/dev/null 2>&1; then
        case $(tar --version 2>/dev/null) in
            *GNU*) unarchive_gnu=1 ;;
        esac
        for unarchive_flag in '' z j J; do
            if tar "-t${unarchive_flag}f" "$unarchive_file" >/dev/null 2>&1; then
                unarchive_handler=TarArchive
                case $(dd if="$unarchive_file" bs=2 count=1 2>/dev/null | od -A n -t x1 | tr -d ' \n') in
                    1f8b) unarchive_handler=TgzArchive ;;
                esac
                return
            fi
        done
    fi
    unarchive_handler=ZipArchive
    if command -v unzip >/dev/null 2>&1 && unzip -l "$unarchive_file" >/dev/null 2>&1; then
        return
    fi
    fail "Failed to find handler for \"$unarchive_called\": it is no tar archive, and no zip archive that unzip can read"
}

# unarchive_tar ACTION WORD...: runs tar with all that is asked for.
unarchive_tar() {
    unarchive_action=$1
    shift
    unarchive_ifs=$IFS
    IFS=$jplay_newline
    set -f
    # shellcheck disable=SC2086 # one word per line
    set -- "$@" $unarchive_options
    for unarchive_word in $unarchive_excludes; do
        set -- "$@" "--exclude=$unarchive_word"
    done
    set -- "$@" --
    for unarchive_word in $unarchive_includes; do
        set -- "$@" "$unarchive_word"
    done
    set +f
    IFS=$unarchive_ifs
    tar -C "$unarchive_dest" "-$unarchive_action${unarchive_flag}f" "$unarchive_file" "$@"
}

# unarchive_zip OPTION...: runs unzip with all that is asked for.
unarchive_zip() {
    unarchive_ifs=$IFS
    IFS=$jplay_newline
    set -f
    # shellcheck disable=SC2086 # one word per line
    set -- "$@" $unarchive_options "$unarchive_file"
    for unarchive_word in $unarchive_includes; do
        set -- "$@" "$unarchive_word"
    done
    if [ -n "$unarchive_excludes" ]; then
        # shellcheck disable=SC2086 # one word per line
        set -- "$@" -x $unarchive_excludes
    fi
    set +f
    IFS=$unarchive_ifs
    unzip "$@"
}

unarchive_list() {
    case $unarchive_handler in
        ZipArchive) unarchive_zip -Z1 2>/dev/null ;;
        *)
            case $unarchive_options in
                *--strip-components* | *--transform* | *--xform*) unarchive_tar t --show-transformed-names 2>/dev/null ;;
                *) unarchive_tar t 2>/dev/null ;;
            esac
            ;;
    esac
}

# unarchive_same OWNER GROUP MODE MORE: whether all that is in it is there already.
unarchive_same() {
    if [ "$unarchive_handler" = ZipArchive ]; then
        unarchive_list | while read -r unarchive_each; do
            case $unarchive_each in
                */) [ -d "$unarchive_dest/$unarchive_each" ] || exit 1 ;;
                *) unzip -p "$unarchive_file" "$unarchive_each" | cmp -s - "$unarchive_dest/$unarchive_each" || exit 1 ;;
            esac
        done || return 1
    else
        unarchive_differences=$(LC_ALL=C unarchive_tar d 2>&1)
        unarchive_status=$?
        case $unarchive_differences in *"nrecognized option"* | *"nvalid option"*) return 1 ;; esac
        [ "$unarchive_status" -le 1 ] || return 1
        unarchive_ignored='^$'
        [ -z "$1$2" ] || unarchive_ignored="$unarchive_ignored|: [UG]id differs\$"
        [ -z "$3" ] || unarchive_ignored="$unarchive_ignored|: Mode differs\$"
        ! printf '%s\n' "$unarchive_differences" | grep -q -v -E "$unarchive_ignored" || return 1
    fi
    [ -n "$1$2$3$4" ] || return 0
    unarchive_list | while read -r unarchive_each; do
        unarchive_name "$unarchive_each"
        if attributes_of "$unarchive_dest/${unarchive_path%/}" nofollow && attributes_differ "$1" "$2" "$3" "$4"; then
            exit 1
        fi
    done
}

# unarchive_unpack KEEP_NEWER
unarchive_unpack() {
    if [ "$unarchive_handler" = ZipArchive ]; then
        if [ "$1" = 1 ]; then unarchive_new=-u; else unarchive_new=-o; fi
        unarchive_words=$(unarchive_zip -q "$unarchive_new" -d "$unarchive_dest" 2>&1) ||
            fail "failed to unpack $unarchive_called: $unarchive_words"
    elif [ "$1" = 1 ]; then
        unarchive_words=$(unarchive_tar x --keep-newer-files 2>&1) ||
            fail "failed to unpack $unarchive_called: $unarchive_words"
    else
        unarchive_words=$(unarchive_tar x 2>&1) || fail "failed to unpack $unarchive_called: $unarchive_words"
    fi
}
