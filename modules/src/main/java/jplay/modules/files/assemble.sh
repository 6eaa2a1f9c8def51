# Puts a file together of the files of a folder. Arguments:
# SOURCE DEST DELIMITER IGNORE_HIDDEN BACKUP VALIDATE OWNER GROUP MODE MORE [names NAME...]

# assemble_names FOLDER: prints the names of the files in it, each with a zero byte behind it.
assemble_names() {
    expand "$1"
    assemble_check
    raw
    for assemble_each in "$assemble_source"/.[!.]* "$assemble_source"/..?* "$assemble_source"/*; do
        [ ! -f "$assemble_each" ] || printf '%s\0' "${assemble_each##*/}"
    done
}

assemble_check() {
    assemble_source=${expanded%/}
    [ -e "$expanded" ] || fail "Source ($expanded) does not exist"
    [ -d "$expanded" ] || fail "Source ($expanded) is not a directory"
}

assemble_look() {
    expand "$1"
    say src "$expanded"
    assemble_check
    expand "$2"
    assemble_dest=$expanded
    assemble_delimiter=$3
    assemble_hidden=$4
    say dest "$assemble_dest"
    assemble_sum=$(assemble_bytes "$@" | sha1sum)
    assemble_sum=${assemble_sum%% *}
    assemble_md5=$(assemble_bytes "$@" | md5sum)
    say sum "$assemble_sum"
    say md5 "${assemble_md5%% *}"
    attributes_of "$assemble_dest" nofollow || return 1
    assemble_old=$(sha1sum <"$assemble_dest" 2>/dev/null)
    if [ "${assemble_old%% *}" != "$assemble_sum" ]; then
        assemble_same=0
        attributes_say
        return 1
    fi
    assemble_same=1
    attributes_say
    ! attributes_differ "$7" "$8" "$9" "${10}"
}

assemble_change() {
    if [ "${assemble_same:-0}" = 1 ]; then
        attributes_set "$assemble_dest" "$7" "$8" "$9" "${10}"
    else
        place_folder "$assemble_dest"
        [ -d "$place_parent" ] || fail "Destination directory ${place_parent%/} does not exist"
        temporary "$place_parent"
        assemble_bytes "$@" >"$temporary" || fail "cannot write $assemble_dest: is the disk full?"
        place_file "$temporary" "$assemble_dest" "$5" "$6" "$7" "$8" "$9" "${10}"
    fi
    attributes_of "$assemble_dest" nofollow
    attributes_say
}

# assemble_bytes ...: prints the file.
assemble_bytes() {
    shift 10
    if [ $# -gt 0 ]; then
        shift
        assemble_parts "$@"
        return
    fi
    # names in the order of their bytes: some characters come before the dot of hidden files
    LC_ALL=C
    set --
    for assemble_each in "$assemble_source"/[' '--]* "$assemble_source"/.[!.]* "$assemble_source"/..?* \
        "$assemble_source"/[!' '--]*; do
        assemble_name=${assemble_each##*/}
        case $assemble_hidden$assemble_name in
            1.*) ;;
            *) [ ! -f "$assemble_each" ] || set -- "$@" "$assemble_name" ;;
        esac
    done
    assemble_parts "$@"
}

# assemble_parts NAME...: prints these files, each on lines of its own.
assemble_parts() {
    assemble_first=1
    assemble_ended=1
    for assemble_each in "$@"; do
        [ "$assemble_ended" = 1 ] || echo
        if [ "$assemble_first" = 0 ] && [ -n "$assemble_delimiter" ]; then
            printf %s "$assemble_delimiter"
            case $assemble_delimiter in
                *"$jplay_newline") ;;
                *) echo ;;
            esac
        fi
        cat -- "$assemble_source/$assemble_each" || return
        assemble_first=0
        assemble_ended=0
        if [ -s "$assemble_source/$assemble_each" ] && [ -z "$(tail -c 1 -- "$assemble_source/$assemble_each")" ]; then
            assemble_ended=1
        fi
    done
}
