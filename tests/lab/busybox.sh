#!/bin/sh
# busybox.sh ROOT: makes what was unpacked there a machine that has busybox and an ssh server.
set -eu

cd "$1"
rm -rf usr/share
mkdir -p etc/dropbear root proc sys dev run tmp var/log sbin
chmod 1777 tmp
chmod 0700 root
for tool in $(bin/busybox --list); do
    [ -e "bin/$tool" ] || ln -s busybox "bin/$tool"
done
echo root:x:0:0:root:/root:/bin/sh >etc/passwd
echo root:x:0: >etc/group
echo 'root:*:19000::::::' >etc/shadow
chmod 0600 etc/shadow
echo /bin/sh >etc/shells
# the first process, a shell, also takes away processes that lost their parent
cat >sbin/init <<'SCRIPT'
#!/bin/sh
key=/etc/dropbear/dropbear_ed25519_host_key
[ -f "$key" ] || dropbearkey -t ed25519 -f "$key"
while :; do
    dropbear -F -E
    sleep 1
done
SCRIPT
chmod 0755 sbin/init
