# Tells all about a path. Arguments: PATH FOLLOW CHECKSUM MIME (CHECKSUM is the name of a tool such as sha1sum, or empty)

stat_look() {
    expand "$1"
    say path "$expanded"
    stat_line=
    if [ "$2" = 1 ]; then
        stat_line=$(stat -L -c '%a|%u|%g|%s|%U|%G|%X|%Y|%Z|%i|%d|%h|%b|%o|%W|%f|%F' "$expanded" 2>/dev/null)
    else
        stat_line=$(stat -c '%a|%u|%g|%s|%U|%G|%X|%Y|%Z|%i|%d|%h|%b|%o|%W|%f|%F' "$expanded" 2>/dev/null)
    fi
    if [ -z "$stat_line" ]; then
        stat_line=$(stat -c '%a|%u|%g|%s|%U|%G|%X|%Y|%Z|%i|%d|%h|%b|%o|0|%f|%F' "$expanded" 2>/dev/null)
        if [ -z "$stat_line" ] || { [ "$2" = 1 ] && [ ! -e "$expanded" ]; }; then
            say exists 0
            return 0
        fi
    fi
    say exists 1
    say line "$stat_line"
    [ -r "$expanded" ] && say readable 1
    [ -w "$expanded" ] && say writeable 1
    [ -x "$expanded" ] && say executable 1
    if [ -h "$expanded" ] && [ "$2" != 1 ]; then
        say target "$(readlink "$expanded")"
        say source "$(readlink -f "$expanded")"
    elif [ -n "$3" ] && [ -f "$expanded" ] && [ -r "$expanded" ]; then
        stat_sum=$("$3" <"$expanded" 2>/dev/null)
        say checksum "${stat_sum%% *}"
    fi
    if [ "$4" = 1 ] && command -v file >/dev/null 2>&1; then
        say mime "$(file --mime-type --mime-encoding -b "$expanded" 2>/dev/null)"
    fi
    return 0
}
