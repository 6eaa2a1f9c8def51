# Makes a file or folder under a name of its own. Arguments: file|directory FOLDER PREFIX SUFFIX

tempfile_look() {
    return 1
}

tempfile_change() {
    expand "${2:-${TMPDIR:-/tmp}}"
    tempfile_folder=${expanded%/}
    [ -d "$tempfile_folder/" ] || fail "No such file or directory: $expanded"
    tempfile_tries=0
    until tempfile_make "$@"; do
        tempfile_tries=$((tempfile_tries + 1))
        [ "$tempfile_tries" -lt 100 ] || fail "cannot make a $1 in $tempfile_folder/"
    done
    attributes_of "$tempfile_path" nofollow
    say path "$tempfile_path"
    attributes_say
}

# tempfile_make KIND FOLDER PREFIX SUFFIX: makes it under a random name unless there is something of that name.
tempfile_make() {
    tempfile_name=$(dd if=/dev/urandom bs=6 count=1 2>/dev/null | od -A n -t x1 | tr -d ' \n')
    tempfile_path=$tempfile_folder/$3$tempfile_name$4
    if [ "$1" = directory ]; then
        (umask 077 && mkdir -- "$tempfile_path") 2>/dev/null
    else
        (umask 077 && set -C && : >"$tempfile_path") 2>/dev/null
    fi
}
