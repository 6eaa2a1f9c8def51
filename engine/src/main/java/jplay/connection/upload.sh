# Takes bytes into a new file.

# upload_begin count|parts SIZE MARK FOLDER: makes a file of mode 0600 in the first folder with room for it, that one
# or another for temporary files, and prints its name; status 98 when bytes cannot be counted here.
upload_begin() {
    if [ "$1" = count ]; then
        head -c 1 </dev/null >/dev/null 2>&1 || return 98
    fi
    umask 077
    set -C
    upload_tried=
    upload_number=0
    for upload_folder in "$4" "${TMPDIR:-/tmp}" /tmp /var/tmp "${HOME:-/tmp}"; do
        case " $upload_tried " in *" $upload_folder "*) continue ;; esac
        upload_tried="$upload_tried $upload_folder"
        if [ ! -d "$upload_folder" ] || ! upload_has_room "$2" "$upload_folder"; then
            continue
        fi
        while [ -e "$upload_folder/.jplay-$3-upload-$upload_number" ]; do
            upload_number=$((upload_number + 1))
        done
        if (: >"$upload_folder/.jplay-$3-upload-$upload_number") 2>/dev/null; then
            printf %s "$upload_folder/.jplay-$3-upload-$upload_number"
            return 0
        fi
    done
    printf '%s' "a temporary file: no folder of these has room for $2 bytes and can be written:$upload_tried"
    return 1
}

# upload_has_room SIZE FOLDER: whether so many bytes are free; yes where that cannot be told.
upload_has_room() {
    upload_free=$(df -Pk "$2" 2>/dev/null) || return 0
    upload_free=${upload_free##*"
"}
    # shellcheck disable=SC2086 # the columns are wanted
    set -- "$1" $upload_free
    case ${5:-x} in
        *[!0-9]*) return 0 ;;
    esac
    [ "$5" -gt $(($1 / 1024)) ]
}

# upload_take SIZE FILE: reads all bytes from standard input, also those that there is no room for, and prints their
# sum. The file vanishes with the shell, at the latest: it also ends when the connection is lost meanwhile, and then
# nobody reads what it says.
upload_take() {
    upload_files="${upload_files:-}$2
"
    trap upload_clean EXIT
    trap 'exit 141' HUP PIPE
    head -c "$1" | (
        cat >>"$2"
        upload_status=$?
        cat >/dev/null
        exit "$upload_status"
    ) || return
    upload_sum "$2"
}

# upload_sum FILE: prints the SHA-1 of what the file holds; nothing where that cannot be computed.
upload_sum() {
    upload_summed=$(sha1sum <"$1" 2>/dev/null) || return 0
    printf %s "${upload_summed%% *}"
}

# upload_clean: removes all files that came.
upload_clean() {
    set -f
    IFS='
'
    # shellcheck disable=SC2086 # each line is a file
    rm -f -- $upload_files
}
