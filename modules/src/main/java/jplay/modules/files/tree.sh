# Compares and copies folders.

# tree_compare DEST SUM PATH SUM PATH...: prints the place (counted from 0) of each file that is not the same under DEST;
# a folder has the sum -.
tree_compare() {
    expand "$1"
    tree_dest=${expanded%/}
    shift
    tree_number=0
    while [ $# -gt 0 ]; do
        tree_path=$tree_dest/$2
        if [ "$1" = - ]; then
            [ -d "$tree_path" ] || echo "$tree_number"
        else
            tree_sum=$(sha1sum <"$tree_path" 2>/dev/null)
            [ "${tree_sum%% *}" = "$1" ] || echo "$tree_number"
        fi
        tree_number=$((tree_number + 1))
        shift 2
    done
}

# tree_attributes OWNER GROUP MODE PATH...: prints the paths whose attributes are not as wanted.
tree_attributes() {
    tree_owner=$1 tree_group=$2 tree_mode=$3
    shift 3
    for tree_path in "$@"; do
        expand "$tree_path"
        if attributes_of "$expanded" nofollow && attributes_differ "$tree_owner" "$tree_group" "$tree_mode"; then
            printf '%s\n' "$tree_path"
        fi
    done
}

# tree_set OWNER GROUP MODE PATH...: sets them.
tree_set() {
    tree_owner=$1 tree_group=$2 tree_mode=$3
    shift 3
    for tree_path in "$@"; do
        expand "$tree_path"
        attributes_set "$expanded" "$tree_owner" "$tree_group" "$tree_mode"
    done
}

# tree_look SOURCE DEST OWNER GROUP MODE: a folder of this host into another; a slash behind SOURCE means its contents.
tree_look() {
    expand "$1"
    tree_source=$expanded
    expand "$2"
    tree_dest=${expanded%/}
    [ -d "$tree_source" ] || fail "Source $tree_source not found"
    case $tree_source in
        */) ;;
        *) tree_dest=$tree_dest/${tree_source##*/} ;;
    esac
    say src "$tree_source"
    say dest "$tree_dest"
    [ -d "$tree_dest" ] || return 1
    (cd "$tree_source" && find . -type f) | while read -r tree_path; do
        cmp -s "$tree_source/$tree_path" "$tree_dest/$tree_path" || exit 1
    done || return 1
    [ -z "$(cd "$tree_source" && find . -type d | while read -r tree_path; do
        [ -d "$tree_dest/$tree_path" ] || echo missing
    done)" ] || return 1
    attributes_of "$tree_dest" nofollow
    attributes_say "$tree_dest"
    return 0
}

tree_change() {
    mkdir -p "$tree_dest" || fail "cannot make the folder $tree_dest"
    cp -R -P "${tree_source%/}/." "$tree_dest" || fail "cannot copy $tree_source to $tree_dest"
    if [ -n "$3" ] || [ -n "$4" ]; then
        chown -R "$3${4:+:$4}" "$tree_dest" || fail "cannot give $tree_dest to $3${4:+:$4}"
    fi
    if [ -n "$5" ]; then
        find "$tree_dest" -type f -exec chmod "$5" {} + || fail "cannot set mode $5 in $tree_dest"
    fi
    attributes_of "$tree_dest" nofollow
    attributes_say "$tree_dest"
}
