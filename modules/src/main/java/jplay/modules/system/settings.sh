# What scripts with many arguments share.

# settings_into PREFIX NAME=VALUE...: puts each value into the variable PREFIX_NAME.
settings_into() {
    settings_prefix=$1
    shift
    for settings_word in "$@"; do
        eval "${settings_prefix}_${settings_word%%=*}=\${settings_word#*=}"
    done
}

# settings_run WORDS: does it or fails with what was said.
settings_run() {
    settings_text=$("$@" 2>&1 </dev/null) || fail "$1 failed with status $?: $settings_text"
}

# settings_program NAME: fails when there is no such program, be it among those of the system's owner.
settings_program() {
    for settings_folder in /sbin /usr/sbin /usr/local/sbin; do
        case ":$PATH:" in
            *":$settings_folder:"*) ;;
            *) [ ! -d "$settings_folder" ] || PATH=$PATH:$settings_folder ;;
        esac
    done
    command -v "$1" >/dev/null 2>&1 || fail "Failed to find required executable \"$1\" in paths: $PATH"
}
