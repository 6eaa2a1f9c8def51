# Reads a text file for lineinfile, and writes it.

# lineinfile_read PATH: tells what the file is, then its bytes.
lineinfile_read() {
    expand "$1"
    printf 'path=%s\n' "$expanded"
    if [ -d "$expanded" ]; then
        printf 'state=directory\n'
    elif attributes_of "$expanded" follow; then
        printf 'state=file\nmode=%s\nuid=%s\ngid=%s\nowner=%s\ngroup=%s\nsize=%s\nbytes\n' \
            "$mode" "$uid" "$gid" "$owner" "$group" "$size"
        cat "$expanded"
    else
        printf 'state=absent\n'
    fi
}

# lineinfile_write PATH CREATE BACKUP VALIDATE OWNER GROUP MODE SAME: standard input is the new text.
lineinfile_write() {
    lineinfile_path=$(readlink -f "$1") || lineinfile_path=$1
    if [ "$8" != 1 ]; then
        lineinfile_put "$@"
    fi
    attributes_set "$lineinfile_path" "$5" "$6" "$7"
}

lineinfile_put() {
    case $lineinfile_path in
        */*) lineinfile_folder=${lineinfile_path%/*}/ ;;
        *) lineinfile_folder=./ ;;
    esac
    if [ ! -d "$lineinfile_folder" ]; then
        mkdir -p "$lineinfile_folder" || fail "cannot make the folder $lineinfile_folder"
    fi
    temporary "$lineinfile_folder"
    cat >"$temporary" || fail "cannot write $lineinfile_path: is the disk full?"
    if [ -n "$4" ]; then
        lineinfile_judge="${4%%%s*}\"\$1\"${4#*%s}"
        lineinfile_words=$(sh -c "$lineinfile_judge" sh "$temporary" 2>&1) ||
            fail "failed to validate${lineinfile_words:+: $lineinfile_words}"
    fi
    if attributes_of "$lineinfile_path" follow; then
        chmod "$mode" "$temporary"
        if [ "$(id -u)" = 0 ]; then
            chown "$uid:$gid" "$temporary"
        fi
        if [ "$3" = 1 ]; then
            lineinfile_backup=$lineinfile_path.$$.$(date +%Y-%m-%d@%H:%M:%S)~
            cp -p "$lineinfile_path" "$lineinfile_backup" || fail "cannot make the backup $lineinfile_backup"
            printf 'backup=%s\n' "$lineinfile_backup"
        fi
    else
        chmod "$(printf '%o' $((0666 & ~0$(umask))))" "$temporary"
    fi
    mv -f "$temporary" "$lineinfile_path" || fail "cannot write $lineinfile_path"
}
