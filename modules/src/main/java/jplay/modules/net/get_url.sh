# Fetches a URL into a file.

# get_url_see DEST NAME TOOL ASK CURL WGET OWNER GROUP MODE MORE: tells what is at the destination; TOOL makes the
# checksum, empty for none. With ASK the server is asked whether it has something newer.
get_url_see() {
    expand "$1"
    get_url_dest=$expanded
    if [ -d "$get_url_dest" ]; then
        get_url_dest=${get_url_dest%/}/$2
        say into 1
        get_url_into=1
    else
        get_url_into=0
    fi
    say dest "$get_url_dest"
    place_folder "$get_url_dest"
    say parent "${place_parent%/}"
    [ -d "$place_parent" ] && say folder 1
    web_find
    say tool "$web_tool"
    [ -e "$get_url_dest" ] || return 0
    if attributes_of "$get_url_dest" follow; then
        attributes_say
        attributes_explain "$7" "$8" "$9" "${10}"
    fi
    [ -f "$get_url_dest" ] || return 0
    get_url_sum=$(sha1sum <"$get_url_dest" 2>/dev/null)
    say old "${get_url_sum%% *}"
    if [ -n "$3" ]; then
        get_url_sum=$("$3" <"$get_url_dest" 2>/dev/null)
        say sum "${get_url_sum%% *}"
    fi
    if [ "$4" = 1 ] && [ "$get_url_into" = 0 ]; then
        get_url_ask "$5" "$6"
    fi
    return 0
}

# get_url_ask CURL WGET: tells whether the server has nothing newer.
get_url_ask() {
    [ "$web_tool" = curl ] || return 0
    temporary "${TMPDIR:-/tmp}"
    web_get "$temporary" "$1" "$2" '' --head -z "$get_url_dest"
    [ "$web_code" != 304 ] || say unmodified 1
}

# get_url_text CURL WGET: prints what is at a URL; tells none when this host cannot.
get_url_text() {
    web_find
    if [ "$web_tool" = none ]; then
        say none 1
        return
    fi
    web_text "$@"
}

# get_url_adjust DEST OWNER GROUP MODE MORE: sets attributes alone.
get_url_adjust() {
    place_through "$1"
    attributes_set "$place_target" "$2" "$3" "$4" "$5"
    attributes_of "$place_target" nofollow
    attributes_say
}

# get_url_fetch DEST INTO TOOL SUM BACKUP OWNER GROUP MODE MORE CURL WGET NEXT: with INTO the server may name the file.
get_url_fetch() {
    place_folder "$1"
    temporary "$place_parent"
    get_url_new=$temporary
    web_get "$get_url_new" "${10}" "${11}" "${12}"
    web_say
    case $web_code in
        2*) ;;
        *) return 0 ;;
    esac
    get_url_dest=$1
    if [ "$2" = 1 ]; then
        get_url_named "$1"
    fi
    get_url_place "$@"
}

# get_url_named DEST: takes the name that the server gave, unless that is a path.
get_url_named() {
    get_url_name=$(printf '%s\n' "$web_head" |
        sed -n 's/^[Cc]ontent-[Dd]isposition:.*filename="\{0,1\}\([^";]*\).*/\1/p' | tail -n 1)
    get_url_name=${get_url_name##*/}
    case $get_url_name in
        '' | . | ..) ;;
        *)
            place_folder "$1"
            get_url_dest=$place_parent$get_url_name
            ;;
    esac
}

# get_url_put DEST ...: the same for bytes that came with the request.
get_url_put() {
    place_folder "$1"
    temporary "$place_parent"
    get_url_new=$temporary
    payload 1 "$get_url_new"
    get_url_dest=$1
    get_url_place "$@"
}

# get_url_file DEST INTO TOOL SUM BACKUP OWNER GROUP MODE MORE PATH: the same for a file of this host.
get_url_file() {
    get_url_readable "${10}"
    place_folder "$1"
    temporary "$place_parent"
    get_url_new=$temporary
    cat -- "${10}" >"$get_url_new" || fail "cannot copy ${10}: is the disk full?"
    get_url_dest=$1
    get_url_place "$@"
}

# get_url_list PATH: prints a file of this host.
get_url_list() {
    get_url_readable "$1"
    raw
    cat -- "$1"
}

# get_url_readable PATH: fails in Ansible's words unless it is a file that can be read.
get_url_readable() {
    if [ ! -e "$1" ]; then
        fail "Request failed: <urlopen error [Errno 2] No such file or directory: '$1'>"
    elif [ -d "$1" ]; then
        fail "Request failed: <urlopen error [Errno 21] Is a directory: '$1'>"
    elif [ ! -r "$1" ]; then
        fail "Request failed: <urlopen error [Errno 13] Permission denied: '$1'>"
    fi
}

get_url_place() {
    say dest "$get_url_dest"
    if [ -f "$get_url_dest" ]; then
        get_url_sum=$(sha1sum <"$get_url_dest" 2>/dev/null)
        say old "${get_url_sum%% *}"
    fi
    get_url_sum=$(md5sum <"$get_url_new" 2>/dev/null)
    say md5 "${get_url_sum%% *}"
    get_url_sum=$(sha1sum <"$get_url_new" 2>/dev/null)
    say sha1 "${get_url_sum%% *}"
    if [ -n "$3" ]; then
        get_url_sum=$("$3" <"$get_url_new") || fail "this host has no $3"
        if [ "${get_url_sum%% *}" != "$4" ]; then
            fail "The checksum for $get_url_dest did not match $4; it was ${get_url_sum%% *}."
        fi
    fi
    if [ -f "$get_url_dest" ] && cmp -s -- "$get_url_new" "$get_url_dest"; then
        attributes_of "$get_url_dest" follow
        if attributes_differ "$6" "$7" "$8" "$9"; then
            place_through "$get_url_dest"
            attributes_set "$place_target" "$6" "$7" "$8" "$9"
        else
            say same 1
        fi
    else
        place_through "$get_url_dest"
        place_file "$get_url_new" "$place_target" "$5" "" "$6" "$7" "$8" "$9"
    fi
    attributes_of "$get_url_dest" follow
    attributes_say
}
