#!/bin/sh
# keep.sh NEW KEPT: checks the binaries in NEW, and moves them to KEPT with their version and checksums.
set -eu

new=$1 kept=$2
for name in etcd etcdctl; do
    [ -f "$new/$name" ] || { echo "there is no $name in what was fetched" >&2; exit 1; }
done
mkdir "$new/keep"
names=
for name in etcd etcdctl etcdutl; do
    if [ -f "$new/$name" ]; then
        chmod 0755 "$new/$name"
        mv "$new/$name" "$new/keep/$name"
        names="$names $name"
    fi
done
cd "$new/keep"
./etcd --version >VERSION || { echo "etcd cannot be run on this machine" >&2; exit 1; }
version=$(sed -n 's/^etcd Version: *//p' VERSION)
[ -n "$version" ] || { echo "etcd does not tell its version" >&2; exit 1; }
echo "$version" >VERSION
# shellcheck disable=SC2086
if command -v sha256sum >/dev/null 2>&1; then
    sha256sum $names VERSION >SHA256SUMS
else
    shasum -a 256 $names VERSION >SHA256SUMS
fi
cd /
rm -rf "$kept"
mv "$new/keep" "$kept"
rm -rf "$new"
