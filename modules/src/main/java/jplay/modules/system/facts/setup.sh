# Tells what is known of the host in as few processes as can be. Arguments: HARDWARE NETWORK FACT_PATH SECONDS
# (HARDWARE and NETWORK are 1 when their facts are wanted.) What files hold follows raw as grep tells it, PATH:LINE,
# then a line `environment` and the environment as /proc has it.

setup_look() {
    setup_user
    setup_host
    say machine "$(uname -m)"
    say date "$(date '+%s %N %z %Z')"
    say timezone "${TZ:-}"
    [ -n "${TZ:-}" ] || [ ! -r /etc/localtime ] || say timezone "$(tail -n 1 /etc/localtime 2>/dev/null)"
    setup_seen
    setup_local "$3"
    setup_tools
    if [ "$1" = 1 ]; then
        setup_mounts "$4"
        setup_devices
    fi
    if [ "$2" = 1 ]; then
        setup_network
    fi
    setup_files "$1" "$2"
    printf 'environment\n'
    cat /proc/self/environ 2>/dev/null
    return 0
}

# setup_user: numbers of the user, and the line of the account.
setup_user() {
    setup_number=0
    while read -r setup_key setup_real setup_effective setup_rest; do
        case $setup_key in
            Uid:)
                say real_user "$setup_real"
                say effective_user "$setup_effective"
                setup_number=$setup_effective
                ;;
            Gid:)
                say real_group "$setup_real"
                say effective_group "$setup_effective"
                ;;
            Cpus_allowed_list:) say usable_processors "$setup_real" ;;
        esac
    done </proc/self/status
    while IFS= read -r setup_line; do
        setup_rest=${setup_line#*:*:}
        if [ "${setup_rest%%:*}" = "$setup_number" ]; then
            say account "$setup_line"
            return
        fi
    done </etc/passwd
    say account "$(getent passwd "$setup_number" 2>/dev/null)"
}

# setup_host: names of the host beyond its own.
setup_host() {
    IFS= read -r setup_name </proc/sys/kernel/hostname
    say nodename "$setup_name"
    while read -r setup_address setup_names; do
        case " $setup_names " in
            *" $setup_name "*)
                case $setup_address in '#'*) ;; *) return ;; esac
                ;;
        esac
    done </etc/hosts 2>/dev/null
    command -v getent >/dev/null 2>&1 || return
    setup_names=$(getent hosts "$setup_name" 2>/dev/null) || return
    setup_again=$(getent hosts "${setup_names%%[!0-9a-fA-F.:]*}" 2>/dev/null) && setup_names=$setup_again
    say names "$setup_names"
}

# setup_seen: which of the files and tools that mean something are there.
setup_seen() {
    setup_there=
    for setup_file in /run/systemd/system /dev/.run/systemd /dev/.systemd /sbin/openrc /etc/init.d /etc/init \
        /usr/bin/apt-get /usr/bin/dnf5 /usr/bin/dnf-3 /usr/bin/dnf /usr/bin/microdnf /usr/bin/yum /usr/bin/zypper \
        /sbin/apk /usr/bin/pacman /usr/bin/emerge /bin/opkg /usr/bin/xbps-install /usr/bin/swupd /usr/sbin/urpmi \
        /usr/bin/rpm-ostree /run/ostree-booted /usr/sbin/pkg /usr/bin/nix-env /usr/bin/eopkg /usr/bin/installp \
        /sys/kernel/security/apparmor /sys/fs/selinux/enforce /.dockerenv /.dockerinit /run/.containerenv /proc/vz \
        /proc/bc /proc/xen /dev/kvm /sys/module/kvm /sys/module/vboxdrv /etc/lsb-release /usr/bin/lsb_release \
        /etc/redhat-release /dev/lxd/sock /sys/bus/xen; do
        [ -e "$setup_file" ] && setup_there="$setup_there $setup_file"
    done
    [ -c /dev/vmmon ] && setup_there="$setup_there /dev/vmmon"
    command -v systemctl >/dev/null 2>&1 && setup_there="$setup_there systemctl"
    command -v initctl >/dev/null 2>&1 && setup_there="$setup_there initctl"
    [ -h /sbin/init ] && say init "$(readlink /sbin/init)"
    [ -h /etc/resolv.conf ] && [ ! -e /etc/resolv.conf ] && setup_there="$setup_there no-resolver"
    # shellcheck disable=SC3013 # all shells in use know it
    if [ -n "${debian_chroot:-}" ] || { [ -e /proc/1/root/. ] && ! [ / -ef /proc/1/root/. ]; }; then
        say chroot 1
    fi
    case $setup_there in
        *dockerenv* | *containerenv*) ;;
        *) LC_ALL=C grep -qs 'container=lxc' /proc/1/environ && say container lxc ;;
    esac
    say seen "$setup_there"
}

# setup_local FOLDER: facts that the host's owner wrote, or programs that print them.
setup_local() {
    expand "$1"
    say fact_folder "$expanded"
    for setup_file in "$expanded"/*.fact; do
        [ -f "$setup_file" ] || continue
        setup_name=${setup_file##*/}
        setup_name=${setup_name%.fact}
        if [ -x "$setup_file" ]; then
            if setup_text=$("$setup_file" 2>&1 </dev/null); then
                say "local:$setup_name" "$setup_text"
            else
                say "broken:$setup_name" "Failure executing fact script ($setup_file), rc: $?, err: $setup_text${setup_text:+$jplay_newline}"
            fi
        elif [ -r "$setup_file" ]; then
            say "local:$setup_name" "$(cat "$setup_file")"
        else
            say "broken:$setup_name" "error loading facts as it is not readable: $setup_file"
        fi
    done
}

# setup_mounts SECONDS: how full the mounted file systems are.
setup_mounts() {
    set -- "$1" stat -f -c '%S|%b|%f|%a|%c|%d|%n'
    setup_wait=
    while read -r setup_device setup_path setup_kind setup_rest; do
        case $setup_kind:$setup_device in
            none:*) continue ;;
            nfs*:*:/* | cifs:* | smb*:* | fuse.*:*:* | ceph:*) setup_wait=1 ;;
            *:/* | zfs:*) ;;
            *) continue ;;
        esac
        # shellcheck disable=SC1003 # a backslash
        case $setup_path in *'\'*) setup_path=$(printf '%b' "$setup_path") ;; esac
        set -- "$@" "$setup_path"
    done </proc/mounts
    setup_seconds=$1
    shift
    if [ -n "$setup_wait" ] && command -v timeout >/dev/null 2>&1; then
        set -- timeout "$setup_seconds" "$@"
    fi
    say sizes "$("$@" 2>/dev/null </dev/null)"
}

# setup_tools: what only programs of the host can tell: its Python, and what this user may do.
setup_tools() {
    setup_python=/usr/bin/python3
    [ -x "$setup_python" ] || setup_python=$(command -v python3)
    if [ -n "$setup_python" ]; then
        say python "$("$setup_python" -I -S -c 'import sys, importlib.util as u
print(*sys.version_info, sys.implementation.name, u.find_spec("_ssl") is not None, sys.executable)' 2>/dev/null)"
    fi
    if command -v capsh >/dev/null 2>&1; then
        say capabilities "$(capsh --print 2>/dev/null | grep '^Current:')"
    fi
}

# setup_devices: disks and what they are parts of; links say where names and devices are.
setup_devices() {
    setup_disks=
    for setup_file in /sys/block/*; do
        [ -e "$setup_file" ] || continue
        setup_disks="$setup_disks ${setup_file##*/}"
    done
    say block "$setup_disks"
    # shellcheck disable=SC2012 # names of devices; one process for all of them
    say block_links "$(ls -ld /sys/block/* 2>/dev/null)"
    for setup_name in id uuid label; do
        [ -d "/dev/disk/by-$setup_name" ] && say "disks_$setup_name" "$(ls -l "/dev/disk/by-$setup_name" 2>/dev/null)"
    done
    setup_partitions=
    setup_held=
    for setup_file in /sys/block/*/*/partition; do
        [ -e "$setup_file" ] && setup_partitions="$setup_partitions ${setup_file%/partition}"
    done
    for setup_file in /sys/block/*/slaves/* /sys/block/*/holders/* /sys/block/*/*/holders/*; do
        [ -e "$setup_file" ] && setup_held="$setup_held $setup_file"
    done
    say partitions "$setup_partitions"
    say held "$setup_held"
    if command -v lspci >/dev/null 2>&1; then
        say pci "$(lspci -D 2>/dev/null)"
    fi
    if [ "$setup_number" = 0 ] && command -v vgs >/dev/null 2>&1; then
        say lvm_vgs "$(vgs --noheadings --nosuffix --units g --separator , 2>/dev/null)"
        say lvm_lvs "$(lvs --noheadings --nosuffix --units g --separator , 2>/dev/null)"
        say lvm_pvs "$(pvs --noheadings --nosuffix --units g --separator , 2>/dev/null)"
    fi
}

setup_network() {
    if command -v ip >/dev/null 2>&1; then
        say addresses "$(ip -o addr show 2>/dev/null)"
        say route4 "$(ip -4 route get 8.8.8.8 2>/dev/null)"
        say route6 "$(ip -6 route get 2404:6800:400a:800::1012 2>/dev/null)"
    fi
    setup_interfaces=
    setup_members=
    setup_wait=
    for setup_file in /sys/class/net/*; do
        setup_name=${setup_file##*/}
        [ -e "$setup_file/address" ] || continue
        setup_interfaces="$setup_interfaces $setup_name"
        [ -e "$setup_file/device" ] && setup_wait=1
        for setup_member in "$setup_file"/brif/*; do
            [ -e "$setup_member" ] && setup_members="$setup_members $setup_name:${setup_member##*/}"
        done
        [ -d "$setup_file/bridge" ] && setup_members="$setup_members $setup_name:"
    done
    say interfaces "$setup_interfaces"
    say members "$setup_members"
    if [ -n "$setup_wait" ]; then
        say devices "$(ls -ld /sys/class/net/*/device /sys/class/net/*/device/driver/module 2>/dev/null)"
    fi
}

# setup_files HARDWARE NETWORK: the files that facts are read from.
setup_files() {
    set -- "$1" "$2" /proc/sys/kernel/ostype /proc/sys/kernel/osrelease /proc/sys/kernel/version /proc/cmdline \
        /proc/1/comm /proc/1/cgroup /proc/sys/crypto/fips_enabled /proc/loadavg /proc/cpuinfo /etc/hosts \
        /etc/machine-id /etc/resolv.conf /usr/lib/os-release /etc/os-release /etc/lsb-release /etc/debian_version \
        /etc/redhat-release /etc/alpine-release /etc/selinux/config /sys/fs/selinux/enforce \
        /sys/fs/selinux/policyvers /run/systemd/container /proc/xen/capabilities /sys/hypervisor/type \
        /proc/modules /proc/self/status /etc/ssh/ssh_host_*_key.pub /etc/nvme/hostnqn \
        /etc/iscsi/initiatorname.iscsi /sys/class/fc_host/*/port_name
    for setup_name in bios_date bios_vendor bios_version board_asset_tag board_name board_serial board_vendor \
        board_version chassis_asset_tag chassis_serial chassis_type chassis_vendor chassis_version product_name \
        product_serial product_uuid product_version sys_vendor; do
        set -- "$@" "/sys/class/dmi/id/$setup_name"
    done
    if [ "$1" = 1 ]; then
        set -- "$@" /proc/meminfo /proc/uptime /proc/mounts /proc/self/mountinfo /etc/fstab /sys/block/dm-*/dm/name
        for setup_name in $setup_disks; do
            setup_file=/sys/block/$setup_name
            set -- "$@" "$setup_file/size" "$setup_file/removable" "$setup_file/queue/rotational" \
                "$setup_file/queue/scheduler" "$setup_file/queue/logical_block_size" \
                "$setup_file/queue/discard_granularity" "$setup_file/device/vendor" "$setup_file/device/model" \
                "$setup_file/device/sas_address" "$setup_file/device/sas_device_handle"
        done
        for setup_file in $setup_partitions; do
            set -- "$@" "$setup_file/start" "$setup_file/size" "$setup_file/queue/logical_block_size"
        done
    fi
    if [ "$2" = 1 ]; then
        set -- "$@" /proc/net/route /proc/net/ipv6_route /proc/net/if_inet6 /proc/net/fib_trie
        for setup_name in $setup_interfaces; do
            setup_file=/sys/class/net/$setup_name
            set -- "$@" "$setup_file/address" "$setup_file/mtu" "$setup_file/flags" "$setup_file/type" \
                "$setup_file/operstate" "$setup_file/speed" "$setup_file/bonding/mode" "$setup_file/bonding/slaves" \
                "$setup_file/bonding/miimon" "$setup_file/bridge/bridge_id" "$setup_file/bridge/stp_state"
        done
    fi
    shift 2
    raw
    LC_ALL=C grep -s '' "$@" /dev/null
}
