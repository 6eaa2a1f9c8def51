#!/bin/sh
# from-package.sh NEW SECONDS: downloads the distribution's etcd packages and takes the binaries out, without
# installing anything: with lists and cache of its own, so that it needs neither root nor lists fetched before.
set -eu

new=$1 patience=$2
for tool in apt-get dpkg-deb; do
    if ! command -v "$tool" >/dev/null 2>&1; then
        system=$(sed -n 's/^PRETTY_NAME="\{0,1\}\([^"]*\).*/\1/p' /etc/os-release 2>/dev/null) || system=
        echo "packages are only taken from distributions with apt, and ${system:-this machine} has no $tool" >&2
        exit 1
    fi
done
work=$new/apt
mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/state" "$work/unpacked"
: >"$work/status"

# with its own lists and without what is of no use here; a source that fails does not hinder the others
apt() {
    apt-get -q -q \
        -o Dir::State="$work/state" -o Dir::State::lists="$work/lists" -o Dir::State::status="$work/status" \
        -o Dir::Cache="$work/cache" -o Debug::NoLocking=1 -o APT::Sandbox::User= \
        -o Acquire::Retries=0 -o Acquire::http::Timeout="$patience" -o Acquire::https::Timeout="$patience" \
        -o Acquire::Languages=none -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false "$@"
}

apt update >"$work/log" 2>&1 || true
cd "$work"
if ! apt download etcd-server etcd-client >>log 2>&1; then
    grep -E '^(E|W|Err)' log | tail -n 1 >&2
    exit 1
fi
for package in ./*.deb; do
    dpkg-deb -x "$package" unpacked
done
for name in etcd etcdctl etcdutl; do
    if [ -f "unpacked/usr/bin/$name" ]; then mv "unpacked/usr/bin/$name" "$new/$name"; fi
done
cd /
rm -rf "$work"
