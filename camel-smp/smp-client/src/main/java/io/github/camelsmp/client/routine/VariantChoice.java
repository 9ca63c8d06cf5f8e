package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.protocol.SmpImageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Picks among the files for an image the one that is built for where it will run (protocol.md 19.3). A device that runs
 * images where they lie accepts the wrong one as well, and never starts again (protocol.md 22, 34).
 */
final class VariantChoice {

    private final SmpAddress address;
    private final DeviceState state;

    VariantChoice(SmpAddress address, DeviceState state) {
        this.address = address;
        this.state = state;
    }

    /**
     * One file for each image, in their order.
     *
     * @throws SmpImageException if there is none for the slot it would run from
     * @throws Refusal if nobody knows where a file would run
     */
    List<FirmwareImage> pick(List<FirmwareImage> files) {
        Map<Integer, List<FirmwareImage>> variants = new LinkedHashMap<>();
        files.forEach(file -> variants.computeIfAbsent(file.image(), image -> new ArrayList<>())
                .add(file));
        return variants.values().stream().map(this::pickOne).toList();
    }

    private FirmwareImage pickOne(List<FirmwareImage> variants) {
        int slot = slotToRunFrom(variants);
        Optional<FirmwareImage> fitting = variants.stream()
                .filter(file -> file.slot().orElse(slot) == slot)
                .findFirst();
        if (fitting.isEmpty()) {
            FirmwareImage other = variants.get(0);
            throw new SmpImageException(
                    address.toString(),
                    other + " is built to run from slot " + other.slot().orElse(0) + "; here it would run from slot "
                            + slot + ", for which there is no file");
        }
        requireKnownPlace(fitting.get(), slot);
        return fitting.get();
    }

    private int slotToRunFrom(List<FirmwareImage> variants) {
        if (!state.strategy().runsInPlace()) {
            return 0;
        }
        int running = state.runningSlot(variants.get(0).image());
        return variants.stream().anyMatch(this::runs) ? running : 1 - running;
    }

    private boolean runs(FirmwareImage file) {
        return state.running(file.image()).filter(file::isIn).isPresent();
    }

    private void requireKnownPlace(FirmwareImage file, int slot) {
        boolean open = state.strategy().runsInPlace() && file.slot().isEmpty() && !file.saysWhereItRuns();
        if (open && !runs(file)) {
            throw new Refusal("this device runs images where they lie, and nothing says for which slot " + file
                    + " is built; if it is for slot " + slot + " say so (slot=" + slot
                    + "), or take a DFU package or an image signed with --rom-fixed");
        }
    }
}
