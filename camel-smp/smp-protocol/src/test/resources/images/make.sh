#!/bin/sh
# Makes the images in this folder anew, with new keys: needs imgtool 2.5.0 (pip install imgtool) on the path.
set -e
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

for key in rsa-2048 rsa-3072 ecdsa-p256 ecdsa-p384 ed25519; do
    imgtool keygen -t "$key" -k "$work/$key.pem"
    imgtool getpub -e pem -k "$work/$key.pem" -o "$key.pub.pem"
done
imgtool keygen -t ecdsa-p256 -k "$work/other.pem"
imgtool getpub -e pem -k "$work/other.pem" -o other.pub.pem
imgtool keygen -t rsa-2048 -k "$work/other-rsa.pem"
imgtool getpub -e pem -k "$work/other-rsa.pem" -o "$work/other-rsa.pub.pem"

# code of 96 bytes behind a header of 32
{ head -c 32 /dev/zero; seq 1000 | head -c 96; } > "$work/code"
sign() {
    out=$1
    shift
    imgtool sign --header-size 32 --slot-size 0x4000 --align 4 "$@" "$work/code" "$out" > "$work/log"
}

for key in rsa-2048 rsa-3072 ecdsa-p256 ecdsa-p384 ed25519; do
    sign "$key.bin" --version 1.2.3+4 --security-counter 7 --key "$work/$key.pem"
done
sign ed25519-pure.bin --version 1.2.3 --key "$work/ed25519.pem" --pure
sign full-key.bin --version 1.2.3 --key "$work/rsa-2048.pem" --public-key-format full
sign padded-signature.bin --version 1.2.3 --key "$work/ecdsa-p256.pem" --pad-sig
sign sha512.bin --version 1.2.3 --sha 512
sign sha384.bin --version 1.2.3 --sha 384
sign everything.bin --version 255.254.65535+4294967295 --key "$work/ecdsa-p256.pem" --security-counter 4294967295 \
    --dependencies '(1, 2.3.4+5)' --boot-record APP --vid example.org --cid board --custom-tlv 0x01a0 0xcafe
sign flags.bin --version 0.0.1 --load-addr 0x20000000 --non-bootable
sign rom-fixed.bin --version 0.0.1 --rom-fixed 0x08000000
sign padded.bin --version 1.2.3 --key "$work/ecdsa-p256.pem" --pad
sign confirmed.bin --version 1.2.3 --key "$work/ecdsa-p256.pem" --pad --confirm
sign confirmed-align-32.bin --version 1.2.3 --pad --confirm --max-align 32
sign encrypted.bin --version 1.2.3 --key "$work/ecdsa-p256.pem" --encrypt other.pub.pem
sign encrypted-rsa.bin --version 1.2.3 --key "$work/rsa-2048.pem" --encrypt "$work/other-rsa.pub.pem" --encrypt-keylen 256
sign signed.hex --version 1.2.3 --hex-addr 0xc000
sign padded.hex --version 1.2.3 --pad --hex-addr 0xc000
# code that is worth compressing
{ head -c 32 /dev/zero; seq 500; } > "$work/code"
sign compressed.bin --version 1.2.3 --key "$work/ecdsa-p256.pem" --compression lzma2
