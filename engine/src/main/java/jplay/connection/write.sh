# Writes a payload to a file by a temporary name and a rename.

# write_file PATH MODE
write_file() {
    expand "$1"
    set -- "$expanded" "$2"
    case $1 in
        */*) write_folder=${1%/*}/ ;;
        *) write_folder=./ ;;
    esac
    [ -d "$write_folder" ] || fail "cannot write $1: there is no folder $write_folder"
    temporary "$write_folder"
    payload 1 "$temporary"
    chmod "$2" "$temporary" || fail "cannot set mode $2 of $1"
    mv -f "$temporary" "$1" || fail "cannot write $1"
}
