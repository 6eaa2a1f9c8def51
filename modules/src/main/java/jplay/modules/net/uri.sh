# Talks to a web service. Arguments:
# CREATES REMOVES DEST NAME BODY SOURCE OWNER GROUP MODE MORE CURL WGET NEXT
# BODY 1 sends the payload, SOURCE a file of this host; in CURL, WGET and NEXT %jplay-body% stands for its name.

uri_look() {
    if [ "$JPLAY_CHECK" = 1 ]; then
        say check 1
        return 0
    fi
    expand "$1"
    if [ -n "$1" ] && [ -e "$expanded" ]; then
        say skipped "skipped, since '$expanded' exists"
        return 0
    fi
    expand "$2"
    if [ -n "$2" ] && [ ! -e "$expanded" ]; then
        say skipped "skipped, since '$expanded' does not exist"
        return 0
    fi
    return 1
}

uri_change() {
    uri_begin=$(date +%s)
    uri_folder=${TMPDIR:-/tmp}
    uri_dest=
    if [ -n "$3" ]; then
        expand "$3"
        uri_dest=$expanded
        [ ! -d "$uri_dest" ] || uri_dest=${uri_dest%/}/$4
        place_folder "$uri_dest"
        [ -d "$place_parent" ] || fail "Destination dir '${place_parent%/}' not writable"
        uri_folder=$place_parent
    fi
    uri_body=
    if [ "$5" = 1 ]; then
        temporary "${TMPDIR:-/tmp}"
        uri_body=$temporary
        payload 1 "$uri_body"
    elif [ -n "$6" ]; then
        expand "$6"
        uri_body=$expanded
        [ -r "$uri_body" ] || fail "Unable to open source file $uri_body"
    fi
    temporary "$uri_folder"
    uri_answer=$temporary
    uri_fill "${11}"
    uri_curl=$uri_filled
    uri_fill "${12}"
    uri_wget=$uri_filled
    uri_fill "${13}"
    web_get "$uri_answer" "$uri_curl" "$uri_wget" "$uri_filled"
    web_say
    say elapsed "$(($(date +%s) - uri_begin))"
    uri_place "$@"
    raw
    cat "$uri_answer" 2>/dev/null
}

# uri_fill TEXT: puts the text with the name of the body into $uri_filled.
uri_fill() {
    uri_filled=$1
    case $1 in
        *%jplay-body%*) uri_filled=${1%%%jplay-body%*}$uri_body${1#*%jplay-body%} ;;
    esac
}

# uri_place ...: writes the answer where it is wanted; what is told of it stays in $uri_answer.
uri_place() {
    [ -n "$uri_dest" ] || return 0
    case $web_code in
        2*) ;;
        *) return 0 ;;
    esac
    # Ansible calls this a change even when the file was the same
    say written 1
    if [ -f "$uri_dest" ] && cmp -s -- "$uri_answer" "$uri_dest"; then
        attributes_set "$uri_dest" "$7" "$8" "$9" "${10}"
    else
        temporary "$uri_folder"
        cat "$uri_answer" >"$temporary" || fail "cannot write $uri_dest: is the disk full?"
        place_file "$temporary" "$uri_dest" 0 "" "$7" "$8" "$9" "${10}"
    fi
    attributes_of "$uri_dest" follow
    say path "$uri_dest"
    attributes_say
}
