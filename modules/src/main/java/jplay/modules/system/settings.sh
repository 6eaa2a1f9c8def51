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
