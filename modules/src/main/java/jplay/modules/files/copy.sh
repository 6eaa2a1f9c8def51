# Puts bytes into a file. Arguments:
# DEST NAME SHA1 SIZE FORCE BACKUP OWNER GROUP MODE VALIDATE FOLLOW SOURCE
# NAME is what the file is called when DEST is a folder. SOURCE is empty when the bytes come with the request, else a
# file of this host. FOLLOW 1 writes to what a link at DEST points at.

copy_look() {
    expand "$1"
    copy_dest=$expanded
    copy_source=
    copy_sum=$3
    if [ -n "${12}" ]; then
        expand "${12}"
        copy_source=$expanded
        [ -e "$copy_source" ] || fail "Source $copy_source not found"
        [ -r "$copy_source" ] || fail "Source $copy_source not readable"
        [ ! -d "$copy_source" ] || fail "Source $copy_source is a directory"
        copy_sum=$(sha1sum <"$copy_source")
        copy_sum=${copy_sum%% *}
        say src "$copy_source"
        say sum "$copy_sum"
    fi
    case $copy_dest in
        */) copy_folder=1 ;;
        *) if [ -d "$copy_dest" ]; then copy_folder=1; else copy_folder=0; fi ;;
    esac
    if [ "$copy_folder" = 1 ]; then
        [ -n "$2" ] || fail "can not use content with a dir as dest"
        copy_dest=${copy_dest%/}/$2
    fi
    if [ "${11}" = 1 ] && [ -h "$copy_dest" ]; then
        copy_dest=$(readlink -f "$copy_dest")
    fi
    case $copy_dest in
        */*) copy_parent=${copy_dest%/*}/ ;;
        *) copy_parent=./ ;;
    esac
    say dest "$copy_dest"
    if [ ! -d "$copy_parent" ] && [ "$copy_folder" = 0 ]; then
        fail "Destination directory ${copy_parent%/} does not exist"
    fi
    attributes_of "$copy_dest" nofollow
    say before "$type"
    if [ "$type" = directory ]; then
        fail "$copy_dest is a folder, a file was to be written"
    fi
    if [ "$type" = absent ] || [ "$type" = link ]; then
        return 1
    fi
    [ "$5" = 1 ] || {
        attributes_say "$copy_dest"
        return 0
    }
    copy_same=0
    if [ -n "$copy_source" ] || [ "$size" = "$4" ]; then
        copy_old=$(sha1sum <"$copy_dest") || fail "cannot read $copy_dest"
        if [ "${copy_old%% *}" = "$copy_sum" ]; then
            copy_same=1
        fi
    fi
    if [ "$copy_same" = 1 ] && ! attributes_differ "$7" "$8" "$9"; then
        attributes_say "$copy_dest"
        return 0
    fi
    if [ "$copy_same" = 1 ]; then
        say same 1
    elif [ "$JPLAY_DIFF" = 1 ]; then
        copy_tell_before
    fi
    return 1
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
        cat "$copy_dest"
        printf x
    )
    say text "${copy_text%x}"
}

copy_change() {
    if [ "${copy_same:-0}" != 1 ]; then
        copy_write "$@"
    fi
    attributes_set "$copy_dest" "$7" "$8" "$9"
    attributes_of "$copy_dest" nofollow
    attributes_say "$copy_dest"
}

copy_write() {
    [ -d "$copy_parent" ] || mkdir -p "$copy_parent" || fail "cannot make the folder $copy_parent"
    temporary "$copy_parent"
    if [ -n "$copy_source" ]; then
        cat "$copy_source" >"$temporary" || fail "cannot copy $copy_source: is the disk full?"
    else
        payload 1 "$temporary"
    fi
    copy_validate "${10}"
    copy_attributes "$7" "$8" "$9"
    if [ "$6" = 1 ] && [ "$type" = file ]; then
        copy_backup=$copy_dest.$$.$(date +%Y-%m-%d@%H:%M:%S)~
        cp -p "$copy_dest" "$copy_backup" || fail "cannot make the backup $copy_backup"
        say backup_file "$copy_backup"
    fi
    mv -f "$temporary" "$copy_dest" || fail "cannot write $copy_dest"
}

# copy_validate COMMAND: lets a command judge the new file; %s stands for its name.
copy_validate() {
    [ -n "$1" ] || return 0
    case $1 in
        *%s*) ;;
        *) fail "validate must contain %s: $1" ;;
    esac
    copy_judge="${1%%%s*}\"\$1\"${1#*%s}"
    copy_words=$(sh -c "$copy_judge" sh "$temporary" 2>&1) || fail "failed to validate${copy_words:+: $copy_words}"
}

# copy_attributes OWNER GROUP MODE: a new file gets what the umask leaves, a replaced one what the old one had.
copy_attributes() {
    if [ "$type" = file ]; then
        chmod "$mode" "$temporary"
        if [ "$(id -u)" = 0 ]; then
            chown "$uid:$gid" "$temporary"
        fi
    else
        attributes_mode 666 "" ""
        chmod "$(printf '%o' $((0666 & ~0$(umask))))" "$temporary"
    fi
    attributes_set "$temporary" "$1" "$2" "$3"
}
