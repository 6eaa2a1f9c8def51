# Fetches a URL into a file.

# get_url_see DEST NAME TOOL: tells what is at the destination; TOOL makes the checksum, empty for none.
get_url_see() {
    expand "$1"
    get_url_dest=$expanded
    if [ -d "$get_url_dest" ]; then
        get_url_dest=${get_url_dest%/}/$2
    fi
    say dest "$get_url_dest"
    case $get_url_dest in
        */*) get_url_folder=${get_url_dest%/*}/ ;;
        *) get_url_folder=./ ;;
    esac
    [ -d "$get_url_folder" ] && say folder 1
    [ -w "$get_url_folder" ] && say writable 1
    if [ -e "$get_url_dest" ]; then
        say exists 1
        if [ -n "$3" ]; then
            get_url_sum=$("$3" <"$get_url_dest" 2>/dev/null)
            say sum "${get_url_sum%% *}"
        fi
        say modified "$(date -u -r "$get_url_dest" '+%a, %d %b %Y %H:%M:%S GMT' 2>/dev/null)"
    fi
    get_url_describe
    for get_url_tool in curl wget; do
        if command -v "$get_url_tool" >/dev/null 2>&1; then
            say tool "$get_url_tool"
            break
        fi
    done
}

get_url_describe() {
    if attributes_of "$get_url_dest" nofollow; then
        attributes_say "$get_url_dest"
    fi
}

# get_url_fetch DEST TOOL URL SECONDS INSECURE CHECKTOOL SUM OWNER GROUP MODE BACKUP: standard input is a configuration
# for curl, or for wget in its own form, because what it holds may be secret.
get_url_fetch() {
    get_url_dest=$1
    case $1 in
        */*) get_url_folder=${1%/*}/ ;;
        *) get_url_folder=./ ;;
    esac
    temporary "$get_url_folder"
    if [ "$2" = curl ]; then
        get_url_curl "$3" "$4" "$5"
    else
        get_url_wget "$3" "$4" "$5"
    fi
    get_url_place "$@"
}

# get_url_curl URL SECONDS INSECURE
get_url_curl() {
    set -- "$1" "$2" "$([ "$3" = 1 ] && echo --insecure)"
    # shellcheck disable=SC2086 # one option or none
    get_url_code=$(curl -q -K - -sS -L --compressed $3 --connect-timeout "$2" --speed-limit 1 --speed-time "$2" \
        -o "$temporary" -w '%{http_code}' "$1" 2>"$temporary.err")
    get_url_status=$?
    get_url_errors=$(cat "$temporary.err")
    rm -f "$temporary.err"
    say status_code "$get_url_code"
    if [ "$get_url_status" -ne 0 ] && [ "$get_url_status" -ne 22 ]; then
        say trouble "${get_url_errors#curl: (*) }"
        exit 96
    fi
}

# get_url_wget URL SECONDS INSECURE
get_url_wget() {
    cat >"$temporary.rc"
    set -- "$1" "$2" "$([ "$3" = 1 ] && echo --no-check-certificate)"
    # shellcheck disable=SC2086 # one option or none
    WGETRC=$temporary.rc wget -S $3 -T "$2" -O "$temporary" "$1" 2>"$temporary.err"
    get_url_status=$?
    get_url_errors=$(cat "$temporary.err")
    rm -f "$temporary.err" "$temporary.rc"
    get_url_code=$(printf '%s\n' "$get_url_errors" | sed -n 's,^ *HTTP/[0-9.]* \([0-9]*\).*,\1,p' | tail -n 1)
    say status_code "${get_url_code:-0}"
    if [ "$get_url_status" -ne 0 ]; then
        case $get_url_code in
            4* | 5*) ;;
            *)
                say trouble "$(printf '%s\n' "$get_url_errors" | grep -v '^ ' | tail -n 1)"
                exit 96
                ;;
        esac
    fi
}

# get_url_place ...: judges what came and puts it in place; arguments as of get_url_fetch.
get_url_place() {
    case $get_url_code in
        2*) ;;
        *) exit 96 ;;
    esac
    get_url_attributes "$@"
}

# get_url_put ...: the same for bytes that came with the request.
get_url_put() {
    get_url_dest=$1
    case $1 in
        */*) get_url_folder=${1%/*}/ ;;
        *) get_url_folder=./ ;;
    esac
    temporary "$get_url_folder"
    cat >"$temporary" || fail "cannot write $get_url_dest: is the disk full?"
    get_url_attributes "$@"
}

get_url_attributes() {
    say size "$(wc -c <"$temporary" | tr -d ' ')"
    say md5 "$(md5sum <"$temporary" 2>/dev/null | cut -d ' ' -f 1)"
    say sha1 "$(sha1sum <"$temporary" 2>/dev/null | cut -d ' ' -f 1)"
    if [ -n "$6" ]; then
        get_url_sum=$("$6" <"$temporary" | cut -d ' ' -f 1)
        if [ "$get_url_sum" != "$7" ]; then
            fail "The checksum for $temporary did not match $7; it was $get_url_sum."
        fi
    fi
    if [ -f "$get_url_dest" ] && cmp -s "$temporary" "$get_url_dest"; then
        say same 1
        attributes_of "$get_url_dest" nofollow
        attributes_differ "$8" "$9" "${10}" && say adjusted 1
        attributes_set "$get_url_dest" "$8" "$9" "${10}"
    else
        if [ "${11}" = 1 ] && [ -f "$get_url_dest" ]; then
            get_url_backup=$get_url_dest.$$.$(date +%Y-%m-%d@%H:%M:%S)~
            cp -p "$get_url_dest" "$get_url_backup" && say backup_file "$get_url_backup"
        fi
        chmod "$(printf '%o' $((0666 & ~0$(umask))))" "$temporary"
        attributes_set "$temporary" "$8" "$9" "${10}"
        mv -f "$temporary" "$get_url_dest" || fail "cannot write $get_url_dest"
    fi
    get_url_describe
}
