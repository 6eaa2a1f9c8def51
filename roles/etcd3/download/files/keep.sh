#!/bin/sh
# keep.sh NEW KEPT: checks the binaries in NEW, writes their version and checksums and moves the folder to KEPT.
set -eu

new=$1 kept=$2
for name in etcd etcdctl; do
    [ -f "$new/$name" ] || { echo "there is no $name in what was fetched" >&2; exit 1; }
done
chmod 0755 "$new"/etcd*
"$new/etcd" --version >"$new/VERSION" || { echo "etcd cannot be run on this machine" >&2; exit 1; }
version=$(sed -n 's/^etcd Version: *//p' "$new/VERSION")
[ -n "$version" ] || { echo "etcd does not tell its version" >&2; exit 1; }
echo "$version" >"$new/VERSION"
(
    cd "$new"
    names=
    for name in etcd etcdctl etcdutl VERSION; do [ ! -f "$name" ] || names="$names $name"; done
    # shellcheck disable=SC2086
    if command -v sha256sum >/dev/null 2>&1; then sha256sum $names; else shasum -a 256 $names; fi >SHA256SUMS
)
rm -rf "$kept"
mv "$new" "$kept"
