# Makes a path what it should be.
# Arguments: PATH STATE SRC RECURSE FOLLOW FORCE OWNER GROUP MODE MORE MODIFICATION ACCESS
# STATE may be empty: as it is. Times are preserve, now or what `date -d` takes.

file_look() {
    expand "$1"
    file_path=$expanded
    expand "$3"
    file_source=$expanded
    file_follow=nofollow
    [ "$5" != 1 ] || file_follow=follow
    attributes_of "$file_path" nofollow
    attributes_state
    if [ "$type" = absent ]; then file_before=absent; else file_before=$attributes_word; fi
    file_wanted=$2
    [ -n "$2" ] || file_guess "$4"
    say path "$file_path"
    say before "$file_before"
    say wanted "$file_wanted"
    if [ "$4" = 1 ] && [ "$file_wanted" != directory ]; then
        fail "recurse option requires state to be 'directory'"
    fi
    case $file_wanted:$file_source in
        *: | link:* | hard:*) ;;
        *) fail "src option requires state to be 'link' or 'hard'" ;;
    esac
    case $file_path in
        //*) ;;
        ?*/) file_path=${file_path%/} ;;
    esac
    "file_look_$file_wanted" "$@"
    file_needed=$?
    if [ "$attributes_path:$attributes_way" = "$file_path:nofollow" ]; then
        file_tell_known
    else
        file_tell
    fi
    return "$file_needed"
}

# file_guess RECURSE: the state when none is given.
file_guess() {
    case $file_before:$1 in
        absent:1) file_wanted=directory ;;
        absent:*) file_wanted="file" ;;
        link:*)
            file_wanted="link"
            [ "$file_follow" = nofollow ] || file_source=$(readlink -- "$file_path")
            ;;
        *) file_wanted=$file_before ;;
    esac
}

# file_tell: tells what is at the path now; of a link that leads nowhere nothing is told.
file_tell() {
    attributes_of "$file_path" nofollow
    file_tell_known
}

# file_tell_known: the same when attributes_of has just looked.
file_tell_known() {
    [ "$type" != absent ] || return 0
    if [ "$type" != link ] || [ -e "$file_path" ]; then
        attributes_say
    fi
}

# file_through: goes on with what a link points at, where links are to be followed.
file_through() {
    if [ "$file_before" = link ] && [ "$file_follow" = follow ]; then
        place_through "$file_path"
        file_path=$place_target
        attributes_of "$file_path" nofollow
        attributes_state
        if [ "$type" = absent ]; then file_before=absent; else file_before=$attributes_word; fi
        say path "$file_path"
        say before "$file_before"
    fi
}

file_look_absent() {
    [ "$file_before" != absent ] || return 0
    if [ "$JPLAY_DIFF" = 1 ] && [ "$type" = directory ]; then
        file_contents='' file_folders=''
        file_list "$file_path"
        say contents "$file_contents"
        say folders "$file_folders"
    fi
    return 1
}

# file_list FOLDER: puts the names of all that is in it into $file_contents and $file_folders.
file_list() {
    for file_each in "$1"/* "$1"/.[!.]* "$1"/..?*; do
        [ -e "$file_each" ] || [ -h "$file_each" ] || continue
        if [ -d "$file_each" ] && [ ! -h "$file_each" ]; then
            file_folders=$file_folders$file_each$jplay_newline
        else
            file_contents=$file_contents$file_each$jplay_newline
        fi
    done
    for file_each in "$1"/* "$1"/.[!.]* "$1"/..?*; do
        if [ -d "$file_each" ] && [ ! -h "$file_each" ]; then
            file_list "$file_each"
        fi
    done
}

file_look_file() {
    file_through
    case $file_before in
        file | hard) ;;
        *) fail "file ($file_path) is $file_before, cannot continue" ;;
    esac
    file_status=0
    file_times "${11}" "${12}" && file_status=1
    attributes_explain "$7" "$8" "$9" "${10}" && file_status=1
    return "$file_status"
}

file_look_directory() {
    file_through
    case $file_before in
        absent) return 1 ;;
        directory) ;;
        *) fail "$file_path already exists as a $file_before" ;;
    esac
    file_status=0
    file_times "${11}" "${12}" && file_status=1
    attributes_explain "$7" "$8" "$9" "${10}" && file_status=1
    if [ "$file_status" = 0 ] && [ "$4" = 1 ]; then
        file_differing "$7" "$8" "$9" && file_status=1
    fi
    return "$file_status"
}

# file_find TEST...: finds in the folder and all below, through links when they are to be followed.
file_find() {
    case $file_path in
        -*) set -- "./$file_path" "$@" ;;
        *) set -- "$file_path" "$@" ;;
    esac
    if [ "$file_follow" = follow ]; then
        find -L "$@" 2>/dev/null
    else
        find "$@" 2>/dev/null
    fi
}

# file_differing OWNER GROUP MODE: whether something in the folder is not as wanted.
file_differing() {
    if [ -n "$1" ] && [ -n "$(file_find ! -user "$1" | head -n 1)" ]; then
        return 0
    fi
    if [ -n "$2" ] && [ -n "$(file_find ! -group "$2" | head -n 1)" ]; then
        return 0
    fi
    case $3 in
        '') return 1 ;;
        [0-7]*) [ -n "$(file_find ! -type l ! -perm "$3" | head -n 1)" ] ;;
        *) file_differing_symbolic "$3" ;;
    esac
}

file_differing_symbolic() {
    file_find ! -type l -exec stat -L -c '%a %F' -- {} + | sort -u | {
        while read -r file_mode file_kind; do
            case $file_kind in *directory*) file_folder=1 ;; *) file_folder= ;; esac
            attributes_mode "$file_mode" "$1" "$file_folder"
            [ "$((0$wanted_mode))" -eq "$((0$file_mode))" ] || exit 0
        done
        exit 1
    }
}

file_look_link() {
    if [ -z "$file_source" ] && [ "$file_before" = link ] && [ "$file_follow" = follow ]; then
        file_source=$(readlink -- "$file_path")
    fi
    if [ -z "$file_source" ] && [ "$file_before" != link ]; then
        fail "src is required for creating new symlinks"
    fi
    [ -z "$file_source" ] || say src "$file_source"
    if [ -n "$file_source" ]; then
        file_linkable "$6"
    fi
    if [ "$file_before" = link ] && { [ -z "$file_source" ] || [ "$(readlink -- "$file_path")" = "$file_source" ]; }; then
        file_look_target "$7" "$8" "$9" "${10}"
        return
    fi
    [ "$file_before" != link ] || say before_src "$(readlink -- "$file_path")"
    return 1
}

# file_look_target OWNER GROUP MODE MORE: 1 when attributes of the link, or what it points at, are to be set.
file_look_target() {
    if [ "$file_follow" = follow ]; then
        [ -e "$file_path" ] || return 0
        attributes_of "$file_path" follow
    fi
    ! attributes_explain "$@"
}

# file_linkable FORCE: gives up when there cannot be a link.
file_linkable() {
    case $file_source in
        /*) file_target=$file_source ;;
        *)
            if [ "$file_before" = directory ]; then
                file_target=$file_path/$file_source
            else
                place_folder "$file_path"
                file_target=$place_parent$file_source
            fi
            ;;
    esac
    if [ "$1" != 1 ] && [ ! -e "$file_target" ]; then
        fail "src file does not exist, use 'force=yes' if you really want to create the link: $file_target"
    fi
    case $file_before:$1 in
        directory:1)
            if [ -n "$(ls -A -- "$file_path")" ]; then
                fail "the directory $file_path is not empty, refusing to convert it"
            fi
            ;;
        link:* | absent:* | *:1) ;;
        directory:*) fail "refusing to convert from directory to symlink for $file_path" ;;
        *) fail "refusing to convert from $file_before to symlink for $file_path" ;;
    esac
}

file_look_hard() {
    if [ -z "$file_source" ]; then
        [ "$file_before" != absent ] || fail "src is required for creating new hardlinks"
        ! attributes_explain "$7" "$8" "$9" "${10}"
        return
    fi
    say src "$file_source"
    [ -e "$file_source" ] || fail "src does not exist"
    if [ "$file_before" = directory ]; then
        file_path=$file_path/${file_source##*/}
    fi
    # shellcheck disable=SC3013 # all shells in use know it
    if [ "$file_path" -ef "$file_source" ] && [ ! -h "$file_path" ]; then
        ! attributes_explain "$7" "$8" "$9" "${10}"
        return
    fi
    if [ -e "$file_path" ] && [ "$6" != 1 ]; then
        fail "Cannot link, file exists at destination"
    fi
    return 1
}

file_look_touch() {
    if [ "$file_follow" = follow ]; then
        place_through "$file_path"
        file_path=$place_target
        attributes_of "$file_path" nofollow
    fi
    [ "$type" != absent ] || return 1
    file_status=0
    file_times "${11}" "${12}" && file_status=1
    attributes_explain "$7" "$8" "$9" "${10}" && file_status=1
    return "$file_status"
}

# file_times MODIFICATION ACCESS: whether times are to be set; tells the old and the new ones.
file_times() {
    file_moved=1
    file_time m "$1" %Y && file_moved=0
    file_time a "$2" %X && file_moved=0
    return "$file_moved"
}

# file_time m|a WANTED FORMAT: the same for one of them.
file_time() {
    case $2 in
        preserve) return 1 ;;
        now) file_new=$(date +%s) ;;
        *) file_new=$(date -d "$2" +%s) || fail "cannot understand the time $2" ;;
    esac
    file_old=$(stat -L -c "$3" -- "$file_path")
    if [ "$2" != now ] && [ "$file_old" = "$file_new" ]; then
        return 1
    fi
    file_exact=$(stat -L -c "%.7${3#%}" -- "$file_path" 2>/dev/null)
    case $file_exact in
        '' | *[!0-9.]*) file_exact=$file_old ;;
    esac
    say "before_$1time" "$file_exact"
    say "after_$1time" "$file_new"
}

file_change() {
    file_made=0
    case $file_wanted in
        absent)
            rm -rf -- "$file_path" || fail "cannot remove $file_path"
            return
            ;;
        directory)
            if [ "$file_before" = absent ]; then
                file_make "$file_path" "$7" "$8" "$9" "${10}"
                file_made=1
            fi
            ;;
        link) file_link -s ;;
        hard) file_link '' ;;
        touch) file_touch ;;
    esac
    file_set_times "${11}" "${12}"
    file_set "$@"
    if [ "$file_wanted" = directory ] && [ "$4" = 1 ]; then
        file_recurse "$7" "$8" "$9"
        attributes_path=
    fi
    if [ "$file_made:$attributes_path:$attributes_way" = "1:$file_path:nofollow" ]; then
        file_tell_known
    else
        file_tell
    fi
}

# file_set ...: sets attributes, of what a link points at when links are to be followed.
file_set() {
    if [ "$file_made" = 0 ] && [ -e "$file_path" ] || [ -h "$file_path" ]; then
        file_subject=$file_path
        if [ -h "$file_path" ] && [ "$file_follow" = follow ]; then
            [ -e "$file_path" ] || return 0
            place_through "$file_path"
            file_subject=$place_target
        fi
        attributes_of "$file_subject" nofollow
        if [ "$file_before" = absent ] && [ "$file_wanted" != link ]; then
            attributes_explain "$7" "$8" "$9" "${10}"
        fi
        attributes_set "$file_subject" "$7" "$8" "$9" "${10}"
    fi
}

# file_make PATH OWNER GROUP MODE MORE: makes a folder and those it stands in, all with the same attributes.
file_make() {
    place_folder "$1"
    case $place_parent in
        /) ;;
        *) if [ ! -d "$place_parent" ]; then file_make "${place_parent%/}" "$2" "$3" "$4" "$5"; fi ;;
    esac
    if [ ! -d "$1" ]; then
        case $4 in
            [0-7]*) mkdir -m "$4" -- "$1" 2>/dev/null ;;
            *) mkdir -- "$1" 2>/dev/null ;;
        esac
        [ -d "$1" ] || fail "There was an issue creating $1 as requested: cannot make it"
        attributes_of "$1" nofollow
        file_made_mode "$@"
    fi
}

# file_made_mode PATH OWNER GROUP MODE MORE: tells what is not as it would be without all these, and sets what is not
# yet as it should be.
file_made_mode() {
    file_mode=$mode
    case $4 in
        [0-7]*)
            place_default 7
            mode=$place_new
            ;;
    esac
    if attributes_explain "$2" "$3" "$4" "$5"; then
        if [ "$attributes_changes" != " mode" ] || [ "$((0$wanted_mode))" -ne "$((0$file_mode))" ]; then
            attributes_set "$1" "$2" "$3" "$4" "$5"
            attributes_path=
        fi
    fi
    mode=$file_mode
}

file_recurse() {
    if [ -n "$1$2" ]; then
        file_find -exec chown -h -- "$1${2:+:$2}" {} +
        if [ "$file_follow" = follow ]; then
            file_find ! -type l -exec chown -- "$1${2:+:$2}" {} +
        fi
    fi
    if [ -n "$3" ]; then
        file_find ! -type l -exec chmod -- "$3" {} +
    fi
    ! file_differing "$1" "$2" "$3" || fail "owner, group or mode cannot be set in all of $file_path"
}

# file_link OPTION: makes the link under another name first, so that there is one at any time.
file_link() {
    [ -n "$file_source" ] || return 0
    if [ "$file_wanted" = link ] && [ -h "$file_path" ] && [ "$(readlink -- "$file_path")" = "$file_source" ]; then
        return
    fi
    # shellcheck disable=SC3013 # all shells in use know it
    if [ "$file_wanted" = hard ] && [ ! -h "$file_path" ] && [ "$file_path" -ef "$file_source" ]; then
        return
    fi
    if [ -d "$file_path" ] && [ ! -h "$file_path" ]; then
        rmdir -- "$file_path" || fail "the directory $file_path is not empty, refusing to convert it"
    fi
    place_folder "$file_path"
    [ -d "$place_parent" ] || fail "Error while linking: there is no folder $place_parent"
    temporary "$place_parent"
    rm -f -- "$temporary"
    # shellcheck disable=SC2086 # empty for a hard link
    ln $1 -- "$file_source" "$temporary" || fail "Error while linking $file_path to $file_source"
    if [ -d "$file_path" ]; then
        # a link to a folder: mv would move into the folder
        mv -f -T -- "$temporary" "$file_path" 2>/dev/null && return
        rm -f -- "$file_path"
    fi
    mv -f -- "$temporary" "$file_path" || fail "Error while linking $file_path to $file_source"
}

file_touch() {
    if [ "$file_before" = absent ] || [ ! -e "$file_path" ]; then
        (: >>"$file_path") 2>/dev/null || fail "Error, could not touch target."
        file_now=$(date +%s)
        for file_each in m a; do
            say "before_${file_each}time" "$file_now"
            say "after_${file_each}time" "$file_now"
        done
    fi
}

# file_set_times MODIFICATION ACCESS
file_set_times() {
    case $file_path in
        -*) file_named=./$file_path ;;
        *) file_named=$file_path ;;
    esac
    for file_each in "m:$1" "a:$2"; do
        case ${file_each#*:} in
            preserve) ;;
            now) touch "-${file_each%%:*}" "$file_named" || fail "Error, could not touch target." ;;
            *)
                touch "-${file_each%%:*}" -d "${file_each#*:}" "$file_named" ||
                    fail "Error, could not touch target."
                ;;
        esac
    done
}
