# Compares and copies folders.

# tree_see DEST OWNER GROUP MODE MORE FOLDER_MODE FORCE BACKUP then KIND MODE SUM PATH...: tells the places (from 0) of
# what is not the same under DEST; with a + in front where only attributes differ. SUM is a link's target for KIND LI.
tree_see() {
    expand "$1"
    tree_dest=$expanded
    tree_owner=$2 tree_group=$3 tree_more=$5 tree_force=$7
    shift 8
    tree_number=0
    tree_wrong=
    while [ $# -gt 0 ]; do
        tree_path=$tree_dest${4:+/$4}
        tree_judge "$1" "$2" "$3"
        tree_number=$((tree_number + 1))
        shift 4
    done
    say wrong "$tree_wrong"
}

# tree_judge KIND MODE SUM: looks at $tree_path.
tree_judge() {
    if [ "$1" = LI ]; then
        [ "$(readlink -- "$tree_path" 2>/dev/null)" = "$3" ] || tree_wrong="$tree_wrong $tree_number"
        return
    fi
    if ! attributes_of "$tree_path" follow; then
        tree_wrong="$tree_wrong $tree_number"
        return
    fi
    case $1:$type in
        FO:directory)
            if [ "$tree_path" = "$tree_dest" ]; then
                return
            fi
            ;;
        FO:*) fail "$tree_path is no folder" ;;
        FI:directory) fail "$tree_path is a folder, a file was to be written" ;;
        *)
            if [ "$tree_force" != 1 ]; then
                return
            fi
            tree_sum=$(sha1sum <"$tree_path" 2>/dev/null)
            if [ "${tree_sum%% *}" != "$3" ]; then
                tree_wrong="$tree_wrong $tree_number"
                return
            fi
            ;;
    esac
    if attributes_differ "$tree_owner" "$tree_group" "$2" "$tree_more"; then
        tree_wrong="$tree_wrong +$tree_number"
    fi
}

# tree_put ...: makes it so; the same arguments, with + for KIND where only attributes are to be set. The payloads are
# those of the files, in their order.
tree_put() {
    expand "$1"
    tree_dest=$expanded
    tree_owner=$2 tree_group=$3 tree_more=$5 tree_folders=$6 tree_backup=$8
    shift 8
    tree_folder "$tree_dest"
    tree_number=0
    while [ $# -gt 0 ]; do
        tree_path=$tree_dest${4:+/$4}
        case $1 in
            FO) tree_folder "$tree_path" ;;
            LI) tree_link "$3" ;;
            FI) tree_file "$2" ;;
            *)
                place_through "$tree_path"
                attributes_set "$place_target" "$tree_owner" "$tree_group" "$2" "$tree_more"
                ;;
        esac
        shift 4
    done
}

# tree_folder PATH: makes a folder and those it stands in.
tree_folder() {
    [ ! -d "$1" ] || return 0
    case $1 in
        */*) [ -z "${1%/*}" ] || tree_folder "${1%/*}" ;;
    esac
    mkdir -- "$1" 2>/dev/null || [ -d "$1" ] || fail "cannot make the folder $1"
    attributes_set "$1" "$tree_owner" "$tree_group" "$tree_folders" "$tree_more"
}

tree_link() {
    if [ -e "$tree_path" ] && [ ! -h "$tree_path" ]; then
        fail "refusing to convert from file to symlink for $tree_path"
    fi
    place_folder "$tree_path"
    temporary "$place_parent"
    rm -f -- "$temporary"
    ln -s -- "$1" "$temporary" || fail "cannot link $tree_path"
    if [ -d "$tree_path" ]; then
        rm -f -- "$tree_path"
    fi
    mv -f -- "$temporary" "$tree_path" || fail "cannot link $tree_path"
}

tree_file() {
    tree_number=$((tree_number + 1))
    place_folder "$tree_path"
    temporary "$place_parent"
    payload "$tree_number" "$temporary"
    place_file "$temporary" "$tree_path" "$tree_backup" "" "$tree_owner" "$tree_group" "$1" "$tree_more"
}

# tree_look SOURCE DEST OWNER GROUP MODE MORE FOLDER_MODE FOLLOW FORCE: a folder of this host into another; a slash
# behind SOURCE means its contents.
tree_look() {
    expand "$1"
    tree_source=$expanded
    expand "$2"
    tree_dest=$expanded
    tree_follow=$8 tree_force=$9
    [ -d "$tree_source" ] || fail "Source $tree_source not found"
    tree_told=$tree_dest
    say src "$tree_source"
    if [ -e "$tree_dest" ] && [ ! -d "$tree_dest" ]; then
        [ "$JPLAY_CHECK" = 1 ] || fail "cannot overwrite non-directory $tree_dest with directory $tree_source"
        say dest "$tree_dest"
        attributes_of "$tree_dest" follow
        attributes_say
        return 1
    fi
    case $tree_source:$tree_dest in
        */:*) if [ -d "$tree_dest" ]; then tree_told=${tree_dest%/}/; fi ;;
        *)
            tree_name=${tree_source##*/}
            if [ -d "$tree_dest/$tree_name" ]; then
                tree_told=${tree_dest%/}/$tree_name
            fi
            tree_dest=${tree_dest%/}/$tree_name
            ;;
    esac
    say dest "$tree_told"
    tree_there=${tree_told%/}
    if [ ! -d "$tree_there" ]; then
        case $2 in
            */) [ "$JPLAY_CHECK" = 0 ] || say would "$tree_there" ;;
        esac
        return 1
    fi
    attributes_of "$tree_there" follow
    attributes_say
    [ -d "$tree_dest" ] && tree_same "${tree_source%/}" "${tree_dest%/}" || return 1
    attributes_of "$tree_there" follow
    ! attributes_differ "$3" "$4" "$5" "$6"
}

# tree_same SOURCE DEST: whether all that is in the one is in the other.
tree_same() {
    for tree_each in "$1"/* "$1"/.[!.]* "$1"/..?*; do
        [ -e "$tree_each" ] || [ -h "$tree_each" ] || continue
        tree_other=$2/${tree_each##*/}
        if [ -h "$tree_each" ] && { [ "$tree_follow" != 1 ] || [ ! -e "$tree_each" ]; }; then
            [ "$(readlink -- "$tree_each")" = "$(readlink -- "$tree_other")" ] || return 1
        elif [ -d "$tree_each" ]; then
            [ -d "$tree_other" ] && tree_same "$tree_each" "$tree_other" || return 1
        else
            [ -e "$tree_other" ] || return 1
            [ "$tree_force" != 1 ] || cmp -s -- "$tree_each" "$tree_other" || return 1
        fi
    done
}

tree_change() {
    tree_owner=$3 tree_group=$4 tree_more=$6 tree_folders=$7
    tree_folder "${tree_dest%/}"
    tree_copy "${tree_source%/}" "${tree_dest%/}"
    attributes_set "$tree_there" "$3" "$4" "$5" "$6"
    attributes_of "$tree_there" follow
    attributes_say
}

# tree_copy SOURCE DEST: copies what differs.
tree_copy() {
    for tree_each in "$1"/* "$1"/.[!.]* "$1"/..?*; do
        [ -e "$tree_each" ] || [ -h "$tree_each" ] || continue
        tree_other=$2/${tree_each##*/}
        if [ -h "$tree_each" ] && { [ "$tree_follow" != 1 ] || [ ! -e "$tree_each" ]; }; then
            tree_path=$tree_other
            tree_link "$(readlink -- "$tree_each")"
        elif [ -d "$tree_each" ]; then
            tree_copy_folder
            tree_copy "$tree_each" "$tree_other"
        elif [ ! -e "$tree_other" ] || { [ "$tree_force" = 1 ] && ! cmp -s -- "$tree_each" "$tree_other"; }; then
            place_folder "$tree_other"
            temporary "$place_parent"
            cp -p -- "$tree_each" "$temporary" || fail "cannot copy $tree_each: is the disk full?"
            mv -f -- "$temporary" "$tree_other" || fail "cannot write $tree_other"
            attributes_set "$tree_other" "$tree_owner" "$tree_group" "" "$tree_more"
        fi
    done
}

tree_copy_folder() {
    if [ ! -d "$tree_other" ]; then
        mkdir -- "$tree_other" || fail "cannot make the folder $tree_other"
        attributes_of "$tree_each" follow
        attributes_set "$tree_other" "$tree_owner" "$tree_group" "$mode" "$tree_more"
    fi
}
