package io.github.camelsmp.client.routine;

import io.github.camelsmp.protocol.group.ImageGroup.ImageState;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Says in words what a device will boot next, from the flags of its images (protocol.md 6.1). */
final class NextBoot {

    private NextBoot() {}

    static String describe(List<ImageState> images) {
        List<Integer> numbers =
                images.stream().map(ImageState::image).distinct().sorted().toList();
        if (numbers.size() == 1) {
            return describeOne(images);
        }
        if (numbers.isEmpty()) {
            return "nothing, no slot holds a valid image";
        }
        return numbers.stream()
                .map(number -> "image " + number + ": "
                        + describeOne(images.stream()
                                .filter(slot -> slot.image() == number)
                                .toList()))
                .collect(Collectors.joining("; "));
    }

    private static String describeOne(List<ImageState> slots) {
        Optional<ImageState> pending = first(slots, slot -> slot.pending() && !slot.active());
        Optional<ImageState> active = first(slots, ImageState::active);
        Optional<ImageState> confirmed = first(slots, slot -> slot.confirmed() && !slot.active());
        if (pending.isPresent()) {
            return name(pending.get()) + (pending.get().permanent() ? " for good" : " for a test");
        }
        if (active.isPresent() && !active.get().confirmed() && confirmed.isPresent()) {
            return name(confirmed.get()) + ", because " + name(active.get()) + " is not confirmed";
        }
        if (active.isPresent()) {
            return name(active.get()) + ", which runs now";
        }
        return name(slots.get(0));
    }

    private static Optional<ImageState> first(List<ImageState> slots, Predicate<ImageState> which) {
        return slots.stream().filter(which).findFirst();
    }

    private static String name(ImageState slot) {
        return "version " + (slot.version().isEmpty() ? "<unknown>" : slot.version()) + " in slot " + slot.slot();
    }
}
