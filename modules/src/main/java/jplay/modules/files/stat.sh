# Tells all about a path. Arguments: PATH FOLLOW CHECKSUM MIME FLAGS (CHECKSUM is the name of a tool such as sha1sum)

stat_look() {
    expand "$1"
    say path "$expanded"
    stat_format='%a|%u|%g|%s|%U|%G|%.9X|%.9Y|%.9Z|%i|%d|%h|%b|%o|%t|%T|%f|%F'
    if [ "$2" = 1 ]; then
        stat_line=$(stat -L -c "$stat_format" -- "$expanded" 2>/dev/null)
    else
        stat_line=$(stat -c "$stat_format" -- "$expanded" 2>/dev/null)
    fi
    if [ -z "$stat_line" ]; then
        say exists 0
        return 0
    fi
    say exists 1
    say line "$stat_line"
    [ -r "$expanded" ] && say readable 1
    [ -w "$expanded" ] && say writeable 1
    [ -x "$expanded" ] && say executable 1
    stat_mine "$2" && say mine 1
    if [ -h "$expanded" ] && [ "$2" != 1 ]; then
        stat_target=$(
            readlink -- "$expanded"
            echo x
        )
        say target "${stat_target%"$jplay_newline"x}"
        stat_target=$(
            readlink -f -- "$expanded"
            echo x
        )
        say source "${stat_target%"$jplay_newline"x}"
    elif [ -n "$3" ] && [ -f "$expanded" ] && [ -r "$expanded" ]; then
        stat_sum=$("$3" <"$expanded" 2>/dev/null) || fail "Could not hash file '$expanded': this host has no $3"
        say checksum "${stat_sum%% *}"
    fi
    stat_more "$4" "$5"
    return 0
}

# stat_mine FOLLOW: whether it belongs to this user; a link is not what it points at.
stat_mine() {
    if [ -h "$expanded" ] && [ "$1" != 1 ]; then
        stat_rest=${stat_line#*|}
        [ "$(id -u)" = "${stat_rest%%|*}" ]
    else
        # shellcheck disable=SC3067 # all shells in use know it
        [ -O "$expanded" ]
    fi
}

# stat_more MIME FLAGS: asks other programs, where there are any.
stat_more() {
    case $expanded in
        -*) stat_named=./$expanded ;;
        *) stat_named=$expanded ;;
    esac
    if [ "$1" = 1 ] && command -v file >/dev/null 2>&1; then
        say mime ''
        [ ! -e "$expanded" ] || say mime "$(file --mime-type --mime-encoding -b -- "$expanded" 2>/dev/null)"
    fi
    if [ "$2" = 1 ] && command -v lsattr >/dev/null 2>&1; then
        stat_flags=$(lsattr -v -d "$stat_named" 2>/dev/null)
        say flags "${stat_flags%%"$jplay_newline"*}"
    fi
}
