#!/bin/sh
# kept.sh FOLDER SOURCE...: the first of several sources whose binaries lie in FOLDER-SOURCE with right checksums,
# as one JSON object; {} when there is none. A folder with wrong checksums is not used and told on standard error.
set -eu

digests() {
    if command -v sha256sum >/dev/null 2>&1; then sha256sum "$@"; else shasum -a 256 "$@"; fi
}

tell() {
    files=
    for name in etcd etcdctl etcdutl; do
        if [ -x "$2/$name" ]; then files="$files\"$name\","; fi
    done
    digest=$(sed -n 's/ .*etcd$//p' "$2/SHA256SUMS")
    printf '{"source": "%s", "folder": "%s", "version": "%s", "sha256": "%s", "files": [%s]}\n' \
        "$1" "$2" "$(cat "$2/VERSION")" "$digest" "${files%,}"
}

folder=$1
shift
for source in "$@"; do
    kept=$folder-$source
    if [ ! -f "$kept/SHA256SUMS" ] || [ ! -f "$kept/VERSION" ]; then continue; fi
    if (cd "$kept" && digests -c SHA256SUMS >/dev/null 2>&1); then
        tell "$source" "$kept"
        exit 0
    fi
    echo "the checksums of $kept are wrong: it is not used" >&2
done
echo '{}'
