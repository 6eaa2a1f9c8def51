# Finds what restarts a host.

# reboot_find NAME FOLDER...: prints the path of a program; an absolute one is taken as it is.
reboot_find() {
    reboot_name=$1
    shift
    case $reboot_name in
        /*)
            printf %s "$reboot_name"
            return
            ;;
    esac
    for reboot_folder; do
        if [ -f "$reboot_folder/$reboot_name" ] && [ -x "$reboot_folder/$reboot_name" ]; then
            printf %s "$reboot_folder/$reboot_name"
            return
        fi
    done
    return 1
}

# reboot_usual FOLDER...: prints the path of the program that restarts this kind of host.
reboot_usual() {
    if [ -e /etc/alpine-release ]; then
        reboot_find reboot "$@"
    else
        reboot_find shutdown "$@"
    fi
}
