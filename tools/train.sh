#!/bin/sh
# Makes the AOT cache of a distribution: runs the program once and keeps the classes it loaded.
#
# train.sh JDK next|current: next becomes current by it. What is run are the playbooks in
# tests/training, or --version while there are none. Where this machine has an sshd one of their
# hosts is reached over ssh, from and to this user, without a port. Another one is not there.
set -eu

root=$(CDPATH='' cd -P -- "$(dirname "$0")/.." && pwd)
# shellcheck source=tools/jdk.sh
. "$root/tools/jdk.sh"
# shellcheck source=tools/launch.sh
. "$root/tools/launch.sh"

jdk=$1
pointer=$2
find_distribution "$pointer"
is_jdk "$jdk" || {
    no_jdk
    exit 1
}
new=$distribution/jplay.aot.$$
ssh=$new.ssh
trap 'rm -rf "$new" "$new.config" "$new.log" "$ssh"' EXIT

# ssh_host: makes $ssh/hosts, an inventory with a host whose sshd is started by its client.
ssh_host() {
    sshd=$(PATH=$PATH:/usr/sbin:/usr/local/sbin command -v sshd) && mkdir -m 0700 "$ssh" || return 1
    ssh-keygen -q -t ed25519 -N '' -f "$ssh/host" && ssh-keygen -q -t ed25519 -N '' -f "$ssh/user" || return 1
    cat >"$ssh/config" <<END
HostKey "$ssh/host"
AuthorizedKeysFile "$ssh/user.pub"
StrictModes no
UsePAM no
PidFile none
END
    echo "three $(cut -d ' ' -f 1,2 "$ssh/host.pub")" >"$ssh/known"
    cat >"$ssh/client" <<END
Host three
    ProxyCommand $sshd -i -f "$ssh/config"
Host * !other
    UserKnownHostsFile "$ssh/known"
    IdentityFile "$ssh/user"
END
    cat >"$ssh/hosts" <<END
[training]
three number=3 ansible_connection=ssh ansible_port=2222

[training:vars]
ansible_ssh_common_args='-F "$ssh/client" -o IdentitiesOnly=yes'
END
}

# train ARGUMENTS...: a run that fills the cache.
train() {
    # shellcheck disable=SC2086 # the options are several words
    "$jdk/bin/java" $jvm_options -XX:AOTCacheOutput="$new" -Djplay.home="$root" \
        -jar "$distribution/lib/jplay.jar" "$@" >"$new.log" 2>&1 </dev/null && [ -s "$new" ]
}

set -- --version
if [ -d "$root/tests/training" ]; then
    cd "$root/tests/training"
    for playbook in *.yml; do
        if [ -f "$playbook" ]; then
            [ "$1" != --version ] || shift
            set -- "$@" "$playbook"
        fi
    done
fi
if ! { [ "$1" != --version ] && ssh_host 2>/dev/null && train -i inventory -i "$ssh/hosts" "$@"; } && ! train "$@"; then
    echo "train.sh: the run of 'jplay $*' that fills the AOT cache failed:" >&2
    cat "$new.log" >&2
    exit 1
fi
mv -f "$new" "$distribution/jplay.aot"
echo "${jdk_version# }" >"$distribution/trained"
if [ "$pointer" = next ]; then
    mv -f "$root/cli/target/jplay/next" "$root/cli/target/jplay/current"
fi
