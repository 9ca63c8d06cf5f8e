package io.github.camelsmp.client.routine;

import io.github.camelsmp.protocol.CborMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The two slots of an image and what a bootloader does with them (protocol.md 6.1 and 18.1). */
final class Bank {

    /** What the next boot does. */
    enum Swap {
        NONE,
        TEST,
        PERMANENT,
        REVERT
    }

    /** How the bootloader works. */
    enum Kind {
        SWAP,
        OVERWRITE,
        HIGHEST_VERSION
    }

    final UploadServer other = new UploadServer();
    final Kind kind;
    byte[] running;
    int runningSlot;
    Swap swap = Swap.NONE;
    byte[] refused = {};

    private final int image;

    Bank(int image, Kind kind, byte[] running) {
        this.image = image;
        this.kind = kind;
        this.running = running;
    }

    boolean uploadAllowed() {
        return kind == Kind.HIGHEST_VERSION || swap == Swap.NONE;
    }

    /** The error code of group 1, or 0. */
    int set(byte[] hash, boolean confirm) {
        boolean isRunning = hash.length == 0 || Arrays.equals(hash, SampleImage.hash(running));
        if (isRunning) {
            return confirm ? confirmRunning() : 33;
        }
        if (!Arrays.equals(hash, SampleImage.hash(other.slot))) {
            return 8;
        }
        Swap wanted = confirm ? Swap.PERMANENT : Swap.TEST;
        if (isPending() && swap != wanted) {
            return 28;
        }
        swap = wanted;
        return 0;
    }

    private int confirmRunning() {
        if (isPending()) {
            return 28;
        }
        swap = Swap.NONE;
        return 0;
    }

    private boolean isPending() {
        return swap == Swap.TEST || swap == Swap.PERMANENT;
    }

    private boolean otherIsNewer() {
        return SampleImage.hash(other.slot).length > 0
                && SampleImage.version(other.slot).compareTo(SampleImage.version(running)) > 0;
    }

    void boot() {
        other.forget();
        boolean starts = kind == Kind.HIGHEST_VERSION ? otherIsNewer() : swap != Swap.NONE;
        if (starts && refused.length > 0 && Arrays.equals(refused, other.slot)) {
            if (kind != Kind.HIGHEST_VERSION) {
                other.slot = new byte[0];
                swap = Swap.NONE;
            }
            return;
        }
        if (starts) {
            byte[] before = running;
            running = other.slot;
            other.slot = kind == Kind.OVERWRITE ? new byte[0] : before;
            runningSlot = kind == Kind.HIGHEST_VERSION ? 1 - runningSlot : runningSlot;
        }
        swap = swap == Swap.TEST && kind == Kind.SWAP ? Swap.REVERT : Swap.NONE;
    }

    List<CborMap> listing() {
        boolean several = image > 0;
        List<CborMap> slots = new ArrayList<>();
        slots.add(entry(several, runningSlot, running, Map.of("active", true, "confirmed", swap != Swap.REVERT)));
        if (SampleImage.hash(other.slot).length > 0) {
            boolean newer = kind == Kind.HIGHEST_VERSION && otherIsNewer();
            slots.add(entry(
                    several,
                    1 - runningSlot,
                    other.slot,
                    Map.of(
                            "pending", isPending() || newer,
                            "permanent", swap == Swap.PERMANENT || newer,
                            "confirmed", swap == Swap.REVERT)));
        }
        return slots;
    }

    private CborMap entry(boolean several, int slot, byte[] file, Map<String, Boolean> flags) {
        Map<String, Object> entry = new LinkedHashMap<>(flags);
        if (several) {
            entry.put("image", image);
        }
        entry.put("slot", slot);
        entry.put("version", SampleImage.version(file));
        entry.put("hash", SampleImage.hash(file));
        entry.put("bootable", true);
        return CborMap.of(entry);
    }
}
