package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.VirtualLoop;
import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.group.BootloaderMode;
import io.github.camelsmp.protocol.group.ImageGroup;
import io.github.camelsmp.protocol.group.OsGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A device in virtual time: banks, a bootloader, and a server that knows the OS and image groups. */
final class Board implements ScriptedChannel.Device {

    final List<Bank> banks = new ArrayList<>();
    Duration resetDelay = Duration.ofMillis(250);
    Duration bootTime = Duration.ofSeconds(2);
    Optional<BootloaderMode> mode = Optional.of(BootloaderMode.SWAP_USING_OFFSET);
    long maxImageSize = 100_000;
    int resets;
    int writes;
    int uploadError;
    boolean preventsDowngrade;
    boolean ignoresResets;
    boolean comesBack = true;

    private final VirtualLoop loop;
    private boolean down;

    Board(VirtualLoop loop, Bank.Kind kind, byte[]... running) {
        this.loop = loop;
        for (int image = 0; image < running.length; image++) {
            banks.add(new Bank(image, kind, running[image]));
        }
    }

    Bank bank() {
        return banks.get(0);
    }

    @Override
    public Optional<CborMap> execute(SmpRequest<?> request, CborMap payload) {
        if (down) {
            return Optional.empty();
        }
        return Optional.of(answer(request, payload));
    }

    private CborMap answer(SmpRequest<?> request, CborMap payload) {
        if (request instanceof OsGroup.BootloaderInfo) {
            return mode.map(known -> CborMap.builder()
                            .put("mode", known.code())
                            .putIf(preventsDowngrade, "no-downgrade", true)
                            .build())
                    .orElse(refused(8));
        } else if (request instanceof OsGroup.Reset) {
            reset();
            return CborMap.EMPTY;
        } else if (request instanceof ImageGroup.StateRead) {
            return listing();
        } else if (request instanceof ImageGroup.StateWrite) {
            return set(payload);
        } else if (request instanceof ImageGroup.SlotInfo) {
            return slotInfo();
        } else if (request instanceof ImageGroup.Upload) {
            return upload(payload);
        }
        return refused(8);
    }

    private static CborMap refused(int rc) {
        return CborMap.builder().put("rc", rc).build();
    }

    private static CborMap imageError(int rc) {
        return CborMap.builder().put("err", Map.of("group", 1, "rc", rc)).build();
    }

    private CborMap listing() {
        List<Map<String, Object>> images = banks.stream()
                .flatMap(bank -> bank.listing().stream())
                .map(CborMap::asMap)
                .toList();
        return CborMap.builder().put("images", images).build();
    }

    private CborMap set(CborMap payload) {
        byte[] hash = payload.optionalBytes("hash").orElse(new byte[0]);
        if (bank().kind == Bank.Kind.HIGHEST_VERSION) {
            return refused(8);
        }
        int error = 8;
        for (Bank bank : banks) {
            error = error == 8 ? bank.set(hash, payload.flag("confirm")) : error;
        }
        if (error != 0) {
            return imageError(error);
        }
        writes++;
        return listing();
    }

    private CborMap slotInfo() {
        List<Map<String, Object>> images = new ArrayList<>();
        for (int image = 0; image < banks.size(); image++) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("image", image);
            entry.put("slots", List.of(Map.of("slot", 0, "size", 120_000), Map.of("slot", 1, "size", 120_000)));
            entry.put("max_image_size", maxImageSize);
            images.add(entry);
        }
        return CborMap.builder().put("images", images).build();
    }

    private CborMap upload(CborMap payload) {
        Optional<Bank> running =
                banks.stream().filter(bank -> bank.other.isRunning()).findFirst();
        Bank target = payload.integer("off") == 0
                ? banks.get(payload.optionalInteger("image").orElse(0))
                : running.orElse(bank());
        if (uploadError != 0) {
            return imageError(uploadError);
        }
        if (!target.uploadAllowed()) {
            return imageError(9);
        }
        writes++;
        return target.other.upload(payload);
    }

    void reset() {
        resets++;
        if (!ignoresResets) {
            later(resetDelay, this::goDown);
        }
    }

    private void goDown() {
        down = true;
        if (comesBack) {
            later(bootTime, this::boot);
        }
    }

    private void boot() {
        banks.forEach(Bank::boot);
        down = false;
    }

    private void later(Duration delay, Runnable task) {
        loop.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }
}
