# Puts bytes into a file. Arguments:
# DEST NAME SHA1 SIZE FORCE BACKUP OWNER GROUP MODE MORE VALIDATE FOLLOW SOURCE FOLDER_MODE EXPECTED
# NAME is what the file is called when DEST is a folder. SOURCE is empty when the bytes come with the request, else a
# file of this host. FOLLOW 1 writes to what a link at DEST points at. FOLDER_MODE is for folders that are made.
# EXPECTED is the SHA-1 that the bytes must have, or empty. What an earlier task of a real run would mend is no failure in
# check mode.

copy_look() {
    expand "$1"
    copy_dest=$expanded
    copy_sum=$3
    copy_mode=$9
    copy_source=
    if [ "$copy_mode" = preserve ] && [ -z "${13}" ]; then
        copy_mode=
    fi
    if [ -n "${13}" ]; then
        copy_see "${13}"
    fi
    copy_target "$2" "${12}"
    attributes_of "$copy_dest" nofollow
    say before "$type"
    if [ "$type" = directory ]; then
        fail "$copy_dest is a folder, a file was to be written"
    fi
    [ "$type" != absent ] || return 1
    copy_exists "$@"
}

# copy_see SOURCE: looks at a file of this host.
copy_see() {
    expand "$1"
    copy_source=$expanded
    [ -e "$copy_source" ] || fail "Source $copy_source not found"
    [ -r "$copy_source" ] || fail "Source $copy_source not readable"
    [ ! -d "$copy_source" ] || fail "Source $copy_source is a directory"
    copy_sum=$(sha1sum <"$copy_source")
    copy_sum=${copy_sum%% *}
    if [ "$copy_mode" = preserve ]; then
        attributes_of "$copy_source" follow
        copy_mode=$mode
    fi
    copy_md5=$(md5sum <"$copy_source" 2>/dev/null)
    say src "$copy_source"
    say sum "$copy_sum"
    say md5sum "${copy_md5%% *}"
}

# copy_target NAME FOLLOW: finds out where the file goes.
copy_target() {
    copy_makes=
    case $copy_dest in
        */)
            copy_makes=1
            copy_dest=${copy_dest%/}/$1
            ;;
        *) if [ -d "$copy_dest" ]; then copy_dest=$copy_dest/$1; fi ;;
    esac
    case $copy_dest in
        */) fail "can not use content with a dir as dest" ;;
    esac
    say named "$copy_dest"
    if [ "$2" = 1 ]; then
        place_through "$copy_dest"
        copy_dest=$place_target
    fi
    place_folder "$copy_dest"
    copy_parent=$place_parent
    say dest "$copy_dest"
    if [ ! -d "$copy_parent" ] && [ -z "$copy_makes" ] && [ "$JPLAY_CHECK" = 0 ]; then
        fail "Destination directory ${copy_parent%/} does not exist"
    fi
}

# copy_exists ...: the same for a file that is there.
copy_exists() {
    copy_same=0
    if [ "$5" != 1 ]; then
        say kept 1
        copy_same=1
    elif [ "$type" = link ]; then
        attributes_of "$copy_dest" follow
        if [ "$type" != "file" ]; then
            return 1
        fi
    else
        if [ -n "$copy_source" ] || [ "$size" = "$4" ]; then
            copy_old=$(sha1sum <"$copy_dest" 2>/dev/null)
            [ "${copy_old%% *}" != "$copy_sum" ] || copy_same=1
        fi
    fi
    if [ "$copy_same" = 1 ]; then
        copy_fits "$@"
        return
    fi
    [ "$JPLAY_DIFF" = 0 ] || copy_tell_before
    [ -z "$copy_source" ] || attributes_say
    return 1
}

# copy_fits ...: whether the file, whose content is right, is right in all else.
copy_fits() {
    if attributes_explain "$7" "$8" "$copy_mode" "${10}"; then
        say same 1
        attributes_say
        return 1
    fi
    attributes_say
}

# copy_tell_before: tells the old text for a diff, when it is short text.
copy_tell_before() {
    if [ "$size" -gt 104448 ]; then
        say large 1
        return
    fi
    if [ "$(tr -d '\000' <"$copy_dest" | wc -c)" -ne "$size" ]; then
        say binary 1
        return
    fi
    copy_text=$(
        cat -- "$copy_dest"
        printf x
    )
    say text "${copy_text%x}"
}

copy_change() {
    if [ "${copy_same:-0}" = 1 ]; then
        place_through "$copy_dest"
        attributes_set "$place_target" "$7" "$8" "$copy_mode" "${10}"
    else
        copy_write "$@"
    fi
    attributes_of "$copy_dest" follow
    place_confirm
    attributes_say
}

copy_write() {
    [ -d "$copy_parent" ] || copy_folder "${copy_parent%/}" "$7" "$8" "${14}"
    if [ -n "${15}" ] && [ "${15}" != "$copy_sum" ]; then
        fail "Copied file does not match the expected checksum. Transfer failed."
    fi
    attributes_again "$copy_dest"
    place_temporary "$copy_dest" "$7" "$8" "$copy_mode"
    if [ -n "$copy_source" ]; then
        cat -- "$copy_source" >"$temporary" || fail "cannot copy $copy_source: is the disk full?"
    else
        payload 1 "$temporary"
    fi
    place_file "$temporary" "$copy_dest" "$6" "${11}" "$7" "$8" "$copy_mode" "${10}"
}

# copy_folder PATH OWNER GROUP MODE: makes a folder and those it stands in.
copy_folder() {
    [ ! -d "$1" ] || return 0
    place_folder "$1"
    copy_folder "${place_parent%/}" "$2" "$3" "$4"
    mkdir -- "$1" 2>/dev/null || [ -d "$1" ] || fail "cannot make the folder $1"
    attributes_set "$1" "$2" "$3" "$4"
}
