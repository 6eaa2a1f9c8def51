# Runs one job and keeps what became of it.

# supervise FOLDER LIMIT: the job is the function supervised.
supervise() {
    trap '' HUP
    umask 077
    cd "$1" || return
    printf %s "$$" >supervisor
    supervise_now >started
    (umask "$jplay_umask" && supervised) >out 2>err </dev/null &
    supervise_child=$!
    (
        sleep "$2" &
        supervise_sleep=$!
        trap 'kill "$supervise_sleep" 2>/dev/null; exit' TERM
        wait "$supervise_sleep"
        printf %s "$supervise_child" >late
        stop_shell "$supervise_child"
    ) &
    supervise_watch=$!
    wait "$supervise_child"
    supervise_status=$?
    kill -TERM "$supervise_watch" 2>/dev/null
    supervise_now >ended
    printf %s "$supervise_status" >status.new
    mv status.new status
}

# supervise_now: prints seconds since 1970, with nanoseconds where the host knows them.
supervise_now() {
    supervise_time=$(date +%s.%N 2>/dev/null)
    case $supervise_time in
        *[!0-9.]* | '') date +%s ;;
        *) printf %s "$supervise_time" ;;
    esac
}
