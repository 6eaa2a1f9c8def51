# Sends a file. Arguments: PATH SHA1 (of what the controller has, or empty)

fetch_look() {
    expand "$1"
    say path "$expanded"
    if [ "$JPLAY_CHECK" = 1 ]; then
        say check 1
        return 0
    fi
    if [ ! -e "$expanded" ]; then
        say missing "the remote file does not exist, not transferring"
    elif [ -d "$expanded" ]; then
        say missing "remote file is a directory, fetch cannot work on directories"
    elif [ ! -r "$expanded" ]; then
        say missing "remote file is not readable, not transferring"
    else
        fetch_sum=$(sha1sum <"$expanded") || fail "cannot read $expanded"
        fetch_sum=${fetch_sum%% *}
        say sum "$fetch_sum"
        [ "$fetch_sum" = "$2" ]
        return
    fi
}

fetch_change() {
    raw
    cat -- "$expanded"
}
