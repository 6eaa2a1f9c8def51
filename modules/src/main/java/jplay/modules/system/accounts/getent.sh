# Asks one of the host's databases. Arguments: those of getent

getent_look() {
    settings_program getent
    # What follows the last x is the status: a shell would cut line ends off.
    getent_text=$(
        getent "$@" 2>/dev/null </dev/null
        echo "x$?"
    )
    say status "${getent_text##*x}"
    say text "${getent_text%x*}"
}
