# Reads a text file that is to be changed in part, and writes it.

# text_read PATH OWNER GROUP MODE MORE: tells what the file is, then its bytes.
text_read() {
    expand "$1"
    say path "$expanded"
    if [ -d "$expanded" ]; then
        say kind directory
    elif attributes_of "$expanded" follow && [ "$type" != link ]; then
        say kind "file"
        attributes_explain "$2" "$3" "$4" "$5"
        [ ! -h "$expanded" ] || attributes_of "$expanded" nofollow
        attributes_say
        raw
        exec cat -- "$expanded"
    else
        say kind absent
        place_folder "$expanded"
        [ -d "$place_parent" ] || say folder missing
    fi
}

# text_look PATH FOLLOW BACKUP VALIDATE SAME OWNER GROUP MODE MORE [SUM GIVEN]: what is to be written was found out by
# text_read, or is a guess: then the file must have that SHA-1 and the attributes, else it is told as text_read does, for
# the path as it was given. 2 for SAME: nothing is to be done when the guess is right.
text_look() {
    [ -n "${10:-}" ] || return 1
    text_sum=$(sha1sum <"$1" 2>/dev/null)
    if [ "${text_sum%% *}" != "${10}" ] || ! attributes_of "$1" follow || [ "$type" = link ] ||
        attributes_differ "$6" "$7" "$8" "$9"; then
        text_stale=1
        return 0
    fi
    [ "$5" = 2 ]
}

# text_tell ...: what was found instead of what was guessed, or that it was right; arguments as of text_look.
text_tell() {
    if [ -n "${text_stale:-}" ]; then
        say stale 1
        text_read "${11}" "$6" "$7" "$8" "$9"
    else
        [ ! -h "$1" ] || attributes_of "$1" nofollow
        attributes_say
    fi
}

text_change() {
    text_write "$@"
}

# text_write PATH FOLLOW BACKUP VALIDATE SAME OWNER GROUP MODE MORE: the new text is the payload; 1 for SAME leaves the
# text alone, 0 for FOLLOW replaces a link by a file.
text_write() {
    if [ "$2" = 1 ] || [ "$5" = 1 ]; then
        place_through "$1"
    else
        place_target=$1
    fi
    text_path=$place_target
    if [ "$5" = 1 ]; then
        attributes_set "$text_path" "$6" "$7" "$8" "$9"
    else
        text_replace "$@"
    fi
    attributes_of "$1" nofollow
    place_confirm
    attributes_say
}

# text_replace ...: writes the payload; arguments as of text_write.
text_replace() {
    place_folder "$text_path"
    if [ ! -d "$place_parent" ]; then
        mkdir -p -- "$place_parent" || fail "cannot make the folder $place_parent"
    fi
    attributes_again "$text_path"
    place_temporary "$text_path" "$6" "$7" "$8"
    payload 1 "$temporary"
    if [ "$type" = absent ] && [ -n "$6$7$8$9" ]; then
        place_default 6
        chmod "$place_new" "$temporary"
        # shellcheck disable=SC2034 # for place_file
        place_made=
        attributes_of "$temporary" nofollow
        attributes_explain "$6" "$7" "$8" "$9"
    fi
    place_file "$temporary" "$text_path" "$3" "$4" "$6" "$7" "$8" "$9"
}
