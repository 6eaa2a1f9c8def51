# Lists what is in folders.

# find_list DEPTH FOLLOW PATH...: for each folder, behind raw: MARK>folder, then for all that is in it MARK|fields|name,
# each on a line of its own. DEPTH is empty for all.
find_list() {
    find_depth=$1 find_follow=$2
    shift 2
    raw
    for find_path in "$@"; do
        expand "$find_path"
        if [ -d "$expanded" ]; then
            printf '%s>%s\n' "$JPLAY_MARK" "$expanded"
            find_in
        else
            printf '%s!%s\n' "$JPLAY_MARK" "$expanded"
        fi
    done
    return 0
}

# find_in: lists what is in $expanded.
find_in() {
    find_top=${expanded%/}/
    case $find_top in
        -*) find_top=./$find_top ;;
    esac
    set -- "$find_top" -mindepth 1
    if [ -n "$find_depth" ]; then
        set -- "$@" -maxdepth "$find_depth"
    fi
    if [ "$find_follow" = 1 ]; then
        set -- -L "$@"
    fi
    find "$@" -exec stat -c "$JPLAY_MARK|%a|%u|%g|%s|%U|%G|%.9X|%.9Y|%.9Z|%i|%d|%h|%f|%n" -- {} + 2>/dev/null
}

# find_matching PATTERN NAME...: prints the places (from 0) of files with a line that grep -E finds.
find_matching() {
    find_pattern=$1
    shift
    raw
    find_number=0
    for find_path in "$@"; do
        if grep -q -E -e "$find_pattern" -- "$find_path" 2>/dev/null; then
            echo "$find_number"
        fi
        find_number=$((find_number + 1))
    done
    return 0
}

# find_contents NAME...: prints the size of each file, then its bytes.
find_contents() {
    raw
    for find_path in "$@"; do
        find_size=$(wc -c <"$find_path" 2>/dev/null) || find_size=0
        echo "$((find_size))"
        [ "$((find_size))" = 0 ] || head -c "$((find_size))" -- "$find_path"
    done
    return 0
}

# find_digests TOOL NAME...: prints the digest of each file, or an empty line.
find_digests() {
    find_tool=$1
    shift
    command -v "$find_tool" >/dev/null 2>&1 || fail "Could not hash file: this host has no $find_tool"
    raw
    for find_path in "$@"; do
        find_sum=$("$find_tool" <"$find_path" 2>/dev/null) || find_sum=
        echo "${find_sum%% *}"
    done
    return 0
}
