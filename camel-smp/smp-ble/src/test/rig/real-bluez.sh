#!/usr/bin/env bash
# Upgrades a simulated device through the real bluetoothd: boots Debian's kernel in an emulated machine whose root is this
# machine's, read-only, with three virtual Bluetooth controllers, and runs io.github.camelsmp.ble.rig.RealRadios there.
#
# Run by hand on Debian, as root:
#   apt-get install qemu-system-x86 busybox-static bluez bluez-test-tools dbus kmod cpio openjdk-17-jdk-headless maven
#   mvn test-compile -pl camel-smp/smp-ble -am        (from the top folder)
#   camel-smp/smp-ble/src/test/rig/real-bluez.sh
#
# It prints RIG C PASSED if all went well.
#
# SMP_RIG_FOLDER     where the kernel and what is made of it are kept, a temporary folder unless told
# SMP_RIG_ACCELERATION  kvm where that works; tcg unless told, which needs nothing
# SMP_RIG_SECONDS    how long it may take inside, 420 unless told
# SMP_RIG_CLASSPATH  the class path of the tests of smp-ble, asked of Maven unless told
set -euo pipefail
top=$(cd "$(dirname "$0")/../../../../.." && pwd)
folder=${SMP_RIG_FOLDER:-$(mktemp -d)}
mkdir -p "$folder"

if [ ! -d "$folder/kernel/boot" ]; then
    package=$(apt-cache depends linux-image-amd64 | grep -oE 'linux-image-[0-9][^ ]*' | head -1)
    (cd "$folder" && apt-get download -qq "$package")
    dpkg-deb -x "$folder"/linux-image-*.deb "$folder/kernel"
    depmod -b "$folder/kernel" "$(ls "$folder/kernel/lib/modules")"
fi
version=$(ls "$folder/kernel/lib/modules")

classpath=${SMP_RIG_CLASSPATH:-}
if [ -z "$classpath" ]; then
    (cd "$top" && mvn -q test-compile dependency:build-classpath -pl camel-smp/smp-ble -am \
        -Dmdep.outputFile="$folder/classpath")
    classpath="$top/camel-smp/smp-ble/target/test-classes:$top/camel-smp/smp-ble/target/classes:$(cat "$folder/classpath")"
fi

initramfs=$folder/initramfs
rm -rf "$initramfs"
mkdir -p "$initramfs"/{bin,proc,sys,dev,low,up,root,modules}
cp "$(command -v busybox)" "$initramfs/bin/busybox"
cp "$(command -v busybox)" "$initramfs/bin/sh"

# in the order in which they have to be loaded; the controllers of btvirt encrypt with the kernel's AF_ALG sockets
copy_modules() {
    for module in "$@"; do
        modprobe -d "$folder/kernel" -S "$version" --show-depends "$module" | awk '$1 == "insmod" {print $2}'
    done | awk '!seen[$0]++'
}
copy_modules virtio_pci virtio_rng 9pnet_virtio 9p overlay >"$folder/modules-root"
copy_modules algif_hash algif_skcipher ctr sha512_generic hmac ansi_cprng drbg ecdh_generic cmac ecb bluetooth hci_vhci |
    grep -vxFf "$folder/modules-root" >"$folder/modules-radio"
number=100
for list in root radio; do
    while read -r module; do
        cp "$module" "$initramfs/modules/$list-$number-$(basename "$module")"
        number=$((number + 1))
    done <"$folder/modules-$list"
done

cat >"$folder/main.conf" <<CONF
[General]
ControllerMode = le
[GATT]
ExchangeMTU = 247
CONF

cat >"$folder/inside.sh" <<INSIDE
#!/bin/sh
export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root
mkdir -p /run/dbus && rm -f /run/dbus/*
dbus-daemon --system --fork
/usr/libexec/bluetooth/bluetoothd -n -E -f "$folder/main.conf" >/tmp/bluetoothd.log 2>&1 &
btvirt -L -l3 >/tmp/btvirt.log 2>&1 &
until [ "\$(busctl --list tree org.bluez 2>/dev/null | grep -c '/org/bluez/hci[0-2]\$')" = 3 ]; do
    kill -0 \$! || break
    sleep 1
done
timeout ${SMP_RIG_SECONDS:-420} java -XX:TieredStopAtLevel=1 -Dorg.slf4j.simpleLogger.log.io.github.camelsmp=debug \
    -cp "$classpath" io.github.camelsmp.ble.rig.RealRadios
echo "ended with \$?"
cat /tmp/btvirt.log
tail -n 20 /tmp/bluetoothd.log
INSIDE
chmod +x "$folder/inside.sh"

cat >"$initramfs/init" <<'INIT'
#!/bin/sh
b=/bin/busybox
$b mount -t proc proc /proc
$b mount -t sysfs sys /sys
$b mount -t devtmpfs dev /dev
exec </dev/console >/dev/console 2>&1
echo "booted"
for module in /modules/root-*; do $b insmod $module; done
$b mount -t 9p -o trans=virtio,version=9p2000.L,ro,cache=loose host /low
$b mount -t tmpfs tmpfs /up
$b mkdir -p /up/upper /up/work
$b mount -t overlay -o lowerdir=/low,upperdir=/up/upper,workdir=/up/work overlay /root
for module in /modules/radio-*; do $b insmod $module; done
$b mount -t proc proc /root/proc
$b mount -t sysfs sys /root/sys
$b mount -t devtmpfs dev /root/dev
$b mount -t tmpfs tmpfs /root/run
$b ip link set lo up
$b chroot /root /bin/sh INSIDE_SCRIPT
$b poweroff -f
INIT
sed -i "s#INSIDE_SCRIPT#$folder/inside.sh#" "$initramfs/init"
chmod +x "$initramfs/init"
(cd "$initramfs" && find . | cpio -o -H newc --quiet | gzip -1) >"$folder/initramfs.gz"

qemu-system-x86_64 -accel "${SMP_RIG_ACCELERATION:-tcg}" -m 1536 -smp 2 -nographic -no-reboot \
    -kernel "$folder/kernel/boot/vmlinuz-$version" -initrd "$folder/initramfs.gz" \
    -device virtio-rng-pci \
    -append "console=ttyS0 loglevel=4 panic=-1" \
    -virtfs local,path=/,mount_tag=host,security_model=none,readonly=on,multidevs=remap |
    tee "$folder/console.log"
grep -q 'RIG C PASSED' "$folder/console.log"
