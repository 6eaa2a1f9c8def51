# Looks at key material on a host and makes it with the host's own openssl.
# shellcheck disable=SC2154 # expanded is set by expand

# pki_see PUBLIC FILE...: tells whether openssl is there, then rights and content of each file.
# PUBLIC, when not empty, is a private key whose public half is wanted in place of its content.
pki_see() {
    expand "$1"
    pki_private=$expanded
    shift
    if command -v openssl >/dev/null 2>&1; then echo 'openssl yes'; else echo 'openssl no'; fi
    for pki_file in "$@"; do
        expand "$pki_file"
        pki_tell "$expanded"
    done
}

pki_tell() {
    if [ ! -f "$1" ]; then
        echo 'none'
        return
    fi
    # shellcheck disable=SC2012
    pki_rights=$(ls -ldL -- "$1" | awk '{print $1, $3, $4; exit}')
    if [ "$1" = "$pki_private" ]; then
        pki_text=$(openssl pkey -in "$1" -pubout 2>/dev/null)
    else
        pki_text=$(cat -- "$1")
    fi
    printf 'file %s %s\n%s\n' "$(printf '%s\n' "$pki_text" | wc -c | tr -d ' ')" "$pki_rights" "$pki_text"
}

# pki_make KIND KEY REQUEST: makes a signing request from the openssl configuration on standard input,
# and a new private key before it unless KIND is "keep".
pki_make() {
    umask 077
    expand "$3"
    pki_request=$expanded
    expand "$2"
    pki_settings=$pki_request.settings.$$
    cat >"$pki_settings"
    pki_status=1
    if pki_make_key "$1" "$expanded" && pki_make_request "$expanded" "$pki_request"; then pki_status=0; fi
    rm -f "$pki_settings" "$expanded.$$" "$pki_request.$$"
    return "$pki_status"
}

pki_make_key() {
    case $1 in
        keep) return 0 ;;
        rsa) set -- "$2" RSA -pkeyopt rsa_keygen_bits:3072 ;;
        *) set -- "$2" EC -pkeyopt ec_paramgen_curve:P-256 -pkeyopt ec_param_enc:named_curve ;;
    esac
    pki_key=$1
    shift
    openssl genpkey -algorithm "$@" -out "$pki_key.$$" && mv -f "$pki_key.$$" "$pki_key"
}

pki_make_request() {
    openssl req -new -sha256 -key "$1" -config "$pki_settings" -out "$2.$$" && mv -f "$2.$$" "$2"
}

# pki_rights MODE OWNER GROUP FILE...: what is empty stays as it is.
pki_rights() {
    pki_mode=$1 pki_owner=$2 pki_group=$3
    shift 3
    for pki_file in "$@"; do
        expand "$pki_file"
        [ -z "$pki_owner" ] || chown -- "$pki_owner" "$expanded" || return
        [ -z "$pki_group" ] || chgrp -- "$pki_group" "$expanded" || return
        [ -z "$pki_mode" ] || chmod -- "$pki_mode" "$expanded" || return
    done
}
