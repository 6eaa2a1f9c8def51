# Jobs that go on when the shell that started them is gone. A finished job's file JID holds its
# result; beside it the folder JID.jplay holds what a job needs until its result was read.

# async_places JID: puts the folder of all jobs, the job's file and its own folder into variables.
async_places() {
    case $1 in
        '' | *[!A-Za-z0-9._-]* | .*) fail "the job '$1' has no name that jobs have" ;;
    esac
    expand "${ANSIBLE_ASYNC_DIR:-"~/.ansible_async"}"
    async_base=$expanded
    async_file=$async_base/$1
    async_folder=$async_file.jplay
    say results_file "$async_file"
}

# async_start JID LIMIT MARK: payload 1 is the job, payload 2 what is told to whoever asks for it.
async_start() {
    async_places "$1"
    umask 077
    mkdir -p "$async_base" 2>/dev/null ||
        fail "cannot make the folder $async_base for jobs; ANSIBLE_ASYNC_DIR in environment names another"
    mkdir "$async_folder" || fail "cannot make the folder $async_folder"
    payload 1 "$async_folder/job"
    payload 2 "$async_folder/told"
    printf %s "$3" >"$async_folder/mark"
    printf '{"started": 1, "finished": 0, "ansible_job_id": "%s"}' "$1" >"$async_file"
    async_supervised "$2"
}

# async_supervised LIMIT: runs the job away from this shell, its session and its signals.
async_supervised() {
    async_way=
    for async_each in setsid nohup; do
        if command -v "$async_each" >/dev/null; then
            async_way=$async_each
            break
        fi
    done
    (
        trap '' HUP
        umask "$jplay_umask"
        # shellcheck disable=SC2086 # none is a way, too
        $async_way /bin/sh "$async_folder/job" "$async_folder" "$1" </dev/null >/dev/null 2>&1 &
    )
}

# async_look JID: tells how far a job is; what it printed follows.
async_look() {
    async_places "$1"
    if [ -d "$async_folder" ]; then
        async_read mark "$async_folder/mark"
        async_read told "$async_folder/told"
        if [ -e "$async_folder/status" ]; then
            async_ended
        elif [ ! -e "$async_folder/supervisor" ] || kill -0 "$(cat "$async_folder/supervisor")" 2>/dev/null; then
            say state running
        else
            say state lost
        fi
    elif [ -e "$async_file" ]; then
        say state read
        raw
        cat "$async_file"
    else
        say state none
    fi
}

async_ended() {
    say state ended
    for async_each in status started ended; do
        async_read "$async_each" "$async_folder/$async_each"
    done
    if [ -e "$async_folder/late" ]; then
        async_read late "$async_folder/late"
    fi
    raw
    cat "$async_folder/out"
    cat "$async_folder/err" >&2
}

# async_read NAME FILE: tells what a file holds.
async_read() {
    if [ -e "$2" ]; then
        async_text=$(cat "$2" && printf .)
        say "$1" "${async_text%.}"
    fi
}

# async_keep JID: payload 1 is the job's result.
async_keep() {
    async_places "$1"
    umask 077
    payload 1 "$async_file.new"
    mv -f "$async_file.new" "$async_file" || fail "cannot write $async_file"
    rm -rf "$async_folder"
}

# async_erase JID
async_erase() {
    async_places "$1"
    if [ -e "$async_file" ] || [ -d "$async_folder" ]; then
        rm -rf "$async_file" "$async_folder"
        say erased "$async_file"
    fi
}
