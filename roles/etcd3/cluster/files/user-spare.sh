#!/bin/sh
# user-spare.sh USER COMMENT FOLDER...: says 'spare' when USER was made with COMMENT, and nothing is left that needs it:
# neither a process, nor a file in the folders (missing ones do not matter), nor a unit of systemd.
set -eu

user=$1 comment=$2
shift 2
[ "$(awk -F: -v user="$user" '$1 == user {print $5}' /etc/passwd)" = "$comment" ] || exit 0
# shellcheck disable=SC2044 # numbers
for process in $(find /proc -maxdepth 1 -user "$user" 2>/dev/null); do
    state=$(cat "$process/stat" 2>/dev/null) || continue
    case ${state##*) } in
        Z* | X*) ;;
        *) exit 0 ;;
    esac
done
[ -z "$(find "$@" -user "$user" 2>/dev/null | head -n 1)" ] || exit 0
! grep -qsx "User=$user" /etc/systemd/system/*.service || exit 0
echo spare
