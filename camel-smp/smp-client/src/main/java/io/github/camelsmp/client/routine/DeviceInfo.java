package io.github.camelsmp.client.routine;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.group.EnumerationGroup;
import io.github.camelsmp.protocol.group.ImageGroup;
import io.github.camelsmp.protocol.group.ImageGroup.ImageSlots;
import io.github.camelsmp.protocol.group.ImageGroup.ImageState;
import io.github.camelsmp.protocol.group.OsGroup;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a device tells of itself. What it does not know is absent. */
public final class DeviceInfo {

    private final Map<String, Object> entries = new LinkedHashMap<>();
    private Optional<McumgrParameters> parameters = Optional.empty();
    private Optional<String> application = Optional.empty();
    private CborMap bootloader = CborMap.EMPTY;
    private List<ImageState> images = List.of();
    private List<ImageSlots> slots = List.of();
    private List<Integer> groups = List.of();

    DeviceInfo() {}

    void tellsParameters(OsGroup.ParametersResponse answer) {
        parameters = Optional.of(answer.parameters());
        entries.put("parameters", answer.raw().asMap());
    }

    void tellsApplication(OsGroup.ApplicationInfoResponse answer) {
        application = Optional.of(answer.output());
        entries.put("applicationInfo", answer.output());
    }

    /** The name of the bootloader and its mode are two answers. */
    void tellsBootloader(OsGroup.BootloaderInfoResponse answer) {
        CborMap.Builder both = CborMap.builder(bootloader);
        answer.raw().asMap().forEach(both::put);
        bootloader = both.build();
        entries.put("bootloader", bootloader.asMap());
    }

    void tellsImages(ImageGroup.StateResponse answer) {
        images = answer.images();
        entries.put("images", answer.raw().asMap().get("images"));
    }

    void tellsSlots(ImageGroup.SlotInfoResponse answer) {
        slots = answer.images();
        entries.put("slots", answer.raw().asMap().get("images"));
    }

    void tellsGroups(EnumerationGroup.ListGroupsResponse answer) {
        groups = answer.groups();
        entries.put("groups", answer.raw().asMap().get("groups"));
    }

    /** Whether nothing is known yet. */
    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Its buffers. */
    public Optional<McumgrParameters> parameters() {
        return parameters;
    }

    /** Kernel, node, release, version, build time, machine, processor, board and operating system. */
    public Optional<String> application() {
        return application;
    }

    /** What it says of its bootloader, its name and its mode among it; the empty map if nothing. */
    public OsGroup.BootloaderInfoResponse bootloader() {
        return OsGroup.BootloaderInfoResponse.from(bootloader);
    }

    /** What its slots hold; none if it has no images. */
    public List<ImageState> images() {
        return images;
    }

    /** How large its slots are; none if it does not say. */
    public List<ImageSlots> slots() {
        return slots;
    }

    /** The groups it knows; none if it does not say. */
    public List<Integer> groups() {
        return groups;
    }

    /**
     * All of it in plain Java values, with the names of the wire under {@code parameters}, {@code applicationInfo},
     * {@code bootloader}, {@code images}, {@code slots} and {@code groups}.
     */
    public Map<String, Object> asMap() {
        return Collections.unmodifiableMap(entries);
    }
}
