# Tells the bytes of a file. Argument: PATH

slurp_look() {
    expand "$1"
    say source "$expanded"
    [ -e "$expanded" ] || fail "File not found: $expanded"
    [ ! -d "$expanded" ] || fail "Source is a directory and must be a file: $expanded"
    [ -r "$expanded" ] || fail "File is not readable: $expanded"
    return 0
}

slurp_tell() {
    raw
    cat "$expanded"
}
