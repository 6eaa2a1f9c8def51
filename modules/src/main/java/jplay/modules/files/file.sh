# Makes a path what it should be.
# Arguments: PATH STATE SRC RECURSE FOLLOW FORCE OWNER GROUP MODE MODIFICATION ACCESS
# STATE may be empty: as it is. Times are empty, preserve, now or what `touch -d` takes.

file_look() {
    expand "$1"
    file_path=$expanded
    file_wanted=$2
    file_follow=nofollow
    [ "$5" = 1 ] && file_follow=follow
    case $2 in link | absent | hard) file_follow=nofollow ;; esac
    attributes_of "$file_path" "$file_follow"
    say path "$file_path"
    say before "$type"
    [ "$type" = absent ] || say before_mode "$mode"
    [ "$type" = absent ] || say before_owner "$uid"
    [ "$type" = absent ] || say before_group "$gid"
    if [ -z "$file_wanted" ]; then
        case $type:$4 in
            absent:1) file_wanted=directory ;;
            absent:*) file_wanted="file" ;;
            *) file_wanted=$type ;;
        esac
    fi
    say wanted "$file_wanted"
    "file_look_$file_wanted" "$@"
    file_needed=$?
    if [ "$file_needed" = 0 ] && [ "$type" != absent ] && [ "$file_wanted" != absent ]; then
        attributes_say "$file_path"
    fi
    return "$file_needed"
}

file_look_absent() {
    [ "$type" = absent ] && return 0
    if [ "$JPLAY_DIFF" = 1 ] && [ "$type" = directory ]; then
        say contents "$(find "$file_path" ! -path "$file_path" 2>/dev/null | head -n 1000)"
    fi
    return 1
}

file_look_file() {
    case $type in
        file | other) ;;
        link) [ "$file_follow" = nofollow ] || fail "file ($file_path) is link to nothing, cannot continue" ;;
        absent) fail "file ($file_path) is absent, cannot continue" ;;
        *) fail "file ($file_path) is $type, cannot continue" ;;
    esac
    file_attributes "$@"
}

file_look_other() {
    file_attributes "$@"
}

file_look_directory() {
    case $type in
        absent) return 1 ;;
        directory) ;;
        *) fail "$file_path already exists as a $type" ;;
    esac
    file_attributes "$@" || return 1
    if [ "$4" = 1 ]; then
        file_differing "$file_path" "$7" "$8" "$9" && return 1
    fi
    return 0
}

# file_differing FOLDER OWNER GROUP MODE: whether something in the folder is not as wanted.
file_differing() {
    if [ -n "$2" ] && [ -n "$(find "$1" ! -user "$2" 2>/dev/null | head -n 1)" ]; then
        return 0
    fi
    if [ -n "$3" ] && [ -n "$(find "$1" ! -group "$3" 2>/dev/null | head -n 1)" ]; then
        return 0
    fi
    case $4 in
        '') return 1 ;;
        [0-7]*) [ -n "$(find "$1" ! -type l ! -perm "$4" 2>/dev/null | head -n 1)" ] ;;
        *) file_differing_symbolic "$1" "$4" ;;
    esac
}

file_differing_symbolic() {
    find "$1" ! -type l -exec stat -c '%a %F' {} + 2>/dev/null | sort -u | {
        while read -r file_mode file_kind; do
            case $file_kind in *directory*) file_folder=1 ;; *) file_folder= ;; esac
            attributes_mode "$file_mode" "$2" "$file_folder"
            [ "$((0$wanted_mode))" -eq "$((0$file_mode))" ] || exit 0
        done
        exit 1
    }
}

file_look_link() {
    expand "$3"
    file_source=$expanded
    if [ -z "$file_source" ] && [ "$type" = link ]; then
        file_source=$(readlink "$file_path")
    fi
    say src "$file_source"
    if [ -d "$file_path" ] && [ ! -h "$file_path" ] && [ "$6" != 1 ]; then
        if [ -n "$(ls -A "$file_path")" ]; then
            fail "the directory $file_path is not empty, refusing to convert it"
        fi
    fi
    if [ "$type" = directory ] && [ -n "$(ls -A "$file_path")" ]; then
        fail "the directory $file_path is not empty, refusing to convert it"
    fi
    if [ "$type" = file ] && [ "$6" != 1 ]; then
        fail "refusing to convert from file to symlink for $file_path"
    fi
    case $file_source in
        /*) file_target=$file_source ;;
        *) file_target=${file_path%/*}/$file_source ;;
    esac
    if [ "$6" != 1 ] && [ ! -e "$file_target" ]; then
        fail "src file does not exist, use \"force=yes\" if you really want to create the link: $file_target"
    fi
    if [ "$type" = link ] && [ "$(readlink "$file_path")" = "$file_source" ]; then
        if attributes_differ "$7" "$8" ""; then
            return 1
        fi
        return 0
    fi
    return 1
}

file_look_hard() {
    expand "$3"
    file_source=$expanded
    say src "$file_source"
    [ -e "$file_source" ] || fail "src does not exist: $file_source"
    # shellcheck disable=SC3013 # all shells in use know it
    if [ "$file_path" -ef "$file_source" ]; then
        file_attributes "$@"
        return
    fi
    if [ "$type" != absent ] && [ "$6" != 1 ]; then
        fail "Cannot link, file exists at destination: $file_path"
    fi
    return 1
}

file_look_touch() {
    if [ "$type" = absent ] || [ "${10}" != preserve ] || [ "${11}" != preserve ]; then
        return 1
    fi
    file_attributes "$@"
}

# file_attributes ...: 1 when owner, group or mode are to be changed, else 0.
file_attributes() {
    if attributes_differ "$7" "$8" "$9"; then
        say after_mode "$wanted_mode"
        return 1
    fi
    return 0
}

file_change() {
    case $file_wanted in
        absent)
            rm -rf -- "$file_path" || fail "cannot remove $file_path"
            return
            ;;
        directory)
            if [ "$type" = absent ]; then
                file_make "$file_path" "$7" "$8" "$9"
            fi
            ;;
        link) file_link -s ;;
        hard) file_link '' ;;
        touch) file_touch "${10}" "${11}" ;;
    esac
    if [ "$file_wanted" = directory ] && [ "$4" = 1 ]; then
        file_recurse "$7" "$8" "$9"
    fi
    if [ "$file_wanted" = link ]; then
        attributes_set "$file_path" "$7" "$8" ""
    else
        attributes_set "$file_path" "$7" "$8" "$9"
    fi
    attributes_of "$file_path" "$file_follow"
    attributes_say "$file_path"
}

# file_make PATH OWNER GROUP MODE: makes a folder and those it stands in, all with the same attributes.
file_make() {
    case $1 in
        */*) file_parent=${1%/*} ;;
        *) file_parent=. ;;
    esac
    if [ -n "$file_parent" ] && [ ! -d "$file_parent" ]; then
        file_make "$file_parent" "$2" "$3" "$4"
    fi
    [ -d "$1" ] || mkdir "$1" 2>/dev/null || [ -d "$1" ] || fail "cannot make the folder $1"
    attributes_set "$1" "$2" "$3" "$4"
}

file_recurse() {
    [ -z "$1$2" ] || chown -Rh "$1${2:+:$2}" "$file_path" || fail "cannot give $file_path to $1${2:+:$2}"
    [ -z "$3" ] || find "$file_path" ! -type l -exec chmod "$3" {} + || fail "cannot set mode $3 in $file_path"
}

# file_link OPTION: makes the link under another name first, so that there is one at any time.
file_link() {
    if [ -h "$file_path" ] || [ ! -d "$file_path" ]; then
        file_new=$file_path.jplay-$JPLAY_MARK
        # shellcheck disable=SC2086 # empty for a hard link
        ln $1 -- "$file_source" "$file_new" || fail "cannot link $file_path to $file_source"
        mv -f -T "$file_new" "$file_path" 2>/dev/null || { rm -rf "$file_path" && mv -f "$file_new" "$file_path"; } ||
            fail "cannot link $file_path to $file_source"
        return
    fi
    rmdir "$file_path" 2>/dev/null || rm -rf "$file_path"
    # shellcheck disable=SC2086 # empty for a hard link
    ln $1 -- "$file_source" "$file_path" || fail "cannot link $file_path to $file_source"
}

file_touch() {
    if [ "$type" = absent ]; then
        : >>"$file_path" 2>/dev/null || fail "cannot write $file_path"
    fi
    for file_time in "m:$1" "a:$2"; do
        case ${file_time#*:} in
            preserve) ;;
            '' | now) touch "-${file_time%%:*}" "$file_path" || fail "cannot touch $file_path" ;;
            *) touch "-${file_time%%:*}" -d "${file_time#*:}" "$file_path" || fail "cannot touch $file_path" ;;
        esac
    done
}
