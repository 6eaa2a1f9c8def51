# Requests with whatever this host has. For other scripts.

# web_find: puts curl, wget or none into $web_tool; busybox's wget is called simple.
web_find() {
    web_tool=none
    if command -v curl >/dev/null 2>&1; then
        web_tool=curl
    elif command -v wget >/dev/null 2>&1; then
        case $(wget --version 2>/dev/null) in
            *GNU*) web_tool=wget ;;
            *) web_tool=simple ;;
        esac
    fi
}

# web_get FILE CURL WGET [NEXT [OPTION...]]: makes the request that CURL says (a configuration of curl; WGET one of wget)
# and puts the answer into FILE. NEXT, unless empty, is the configuration for where a redirect leads. Sets $web_code (000
# when nobody answered), $web_reason, $web_url, $web_head (all headers) and $web_trouble.
web_get() {
    web_file=$1
    web_find
    place_folder "$web_file"
    temporary "$place_parent"
    web_heads=$temporary
    temporary "$place_parent"
    web_errors=$temporary
    web_url=
    case $web_tool in
        curl) web_curl "$@" ;;
        wget) web_wget "$3" ;;
        simple) web_simple "$3" ;;
        none) fail "this host has neither curl nor wget" ;;
    esac
    web_head=$(tr -d '\r' <"$web_heads")
    web_last=$(printf '%s\n' "$web_head" | grep '^ *HTTP/' | tail -n 1)
    web_last=${web_last#"${web_last%%[! ]*}"}
    web_reason=${web_last#* }
    web_reason=${web_reason#* }
    rm -f -- "$web_heads" "$web_errors"
}

# web_curl FILE CURL WGET NEXT OPTION...
web_curl() {
    web_config=$2
    web_next=${4:-}
    shift 3
    [ $# -eq 0 ] || shift
    web_run "$@"
    if [ -n "$web_next" ] && [ -n "$web_redirect" ]; then
        web_quoted=$(printf '%s' "$web_redirect" | sed 's/[\\"]/\\&/g')
        web_config="$web_next${jplay_newline}url = \"$web_quoted\"$jplay_newline"
        web_run "$@"
    fi
    if [ "$web_status" -ne 0 ]; then
        web_trouble=$(sed 's/^curl: ([0-9]*) //' "$web_errors")
    fi
}

web_run() {
    web_told=$(printf '%s' "$web_config" | curl -q -K - -sS "$@" -o "$web_file" -D "$web_heads" \
        -w '%{http_code} %{redirect_url} %{url_effective}' 2>"$web_errors")
    web_status=$?
    web_code=${web_told%% *}
    web_told=${web_told#* }
    web_redirect=${web_told%% *}
    web_url=${web_told#* }
    web_trouble=
}

# web_wget WGET
web_wget() {
    temporary "$place_parent"
    web_rc=$temporary
    printf '%s' "$1" >"$web_rc"
    web_address=$(sed -n 's/^#url //p' "$web_rc")
    temporary "$place_parent"
    web_list=$temporary
    printf '%s\n' "$web_address" >"$web_list"
    LC_ALL=C WGETRC=$web_rc wget -S -i "$web_list" -O "$web_file" 2>"$web_errors"
    web_status=$?
    web_read "$web_address"
    rm -f -- "$web_rc" "$web_list"
}

# web_read URL: reads what wget wrote.
web_read() {
    sed -n 's/^  \([^ ].*\)/\1/p' "$web_errors" >"$web_heads"
    web_code=$(sed -n 's,^ *HTTP/[0-9.]* \([0-9]*\).*,\1,p' "$web_heads" | tail -n 1)
    web_code=${web_code:-000}
    web_url=$(sed -n 's/^Location: \([^ ]*\).*\[following\]$/\1/p' "$web_errors" | tail -n 1)
    case $web_url in
        *://*) ;;
        *) web_url=$1 ;;
    esac
    web_trouble=
    if [ "$web_status" -ne 0 ]; then
        web_trouble=$(grep -v '^ ' "$web_errors" | tail -n 1)
        case $web_status in
            4 | 5) web_code=000 ;;
        esac
    fi
}

# web_simple WGET: by busybox, which reads no configuration; nothing secret may be in it.
web_simple() {
    if printf '%s\n' "$1" | grep -q -E '^(header|user|password|certificate|private_key|method|body_file) *='; then
        fail "this host has only the wget of busybox, which cannot ask that; install curl"
    fi
    web_address=$(printf '%s\n' "$1" | sed -n 's/^#url //p')
    wget -q -O "$web_file" "$web_address" 2>"$web_errors"
    web_status=$?
    web_url=$web_address
    web_trouble=
    if [ "$web_status" = 0 ]; then
        web_code=200
        printf 'HTTP/1.1 200 OK\n' >"$web_heads"
    else
        web_code=$(sed -n 's,.*HTTP/[0-9.]* \([0-9]*\).*,\1,p' "$web_errors" | tail -n 1)
        web_code=${web_code:-000}
        sed -n 's,.*\(HTTP/[0-9.]* [0-9]*.*\),\1,p' "$web_errors" >"$web_heads"
        web_trouble=$(tail -n 1 "$web_errors")
    fi
}

# web_say: tells the answer.
web_say() {
    say code "$web_code"
    say reason "$web_reason"
    say url "$web_url"
    say head "$web_head"
    say trouble "$web_trouble"
}

# web_text CURL WGET: prints what is at a URL.
web_text() {
    temporary "${TMPDIR:-/tmp}"
    web_body=$temporary
    web_get "$web_body" "$1" "$2"
    web_say
    raw
    cat "$web_body"
}
