package io.github.camelsmp.simulator.group;

import io.github.camelsmp.simulator.flash.FlashFault;
import io.github.camelsmp.simulator.server.Refusal;

/** Error numbers of group 1, and what version 1 of the protocol makes of them (protocol.md 4.2). */
final class ImageError {

    static final int GROUP = 1;
    static final int HASH_NOT_FOUND = 8;
    static final int NO_FREE_SLOT = 9;
    static final int FLASH_OPEN_FAILED = 10;
    static final int FLASH_READ_FAILED = 11;
    static final int FLASH_WRITE_FAILED = 12;
    static final int FLASH_ERASE_FAILED = 13;
    static final int INVALID_OFFSET = 20;
    static final int INVALID_LENGTH = 21;
    static final int INVALID_IMAGE_HEADER = 22;
    static final int INVALID_IMAGE_HEADER_MAGIC = 23;
    static final int INVALID_HASH = 24;
    static final int INVALID_FLASH_ADDRESS = 25;
    static final int CURRENT_VERSION_IS_NEWER = 27;
    static final int IMAGE_ALREADY_PENDING = 28;
    static final int IMAGE_TOO_LARGE = 30;
    static final int IMAGE_DATA_OVERRUN = 31;
    static final int IMAGE_CONFIRMATION_DENIED = 32;
    static final int IMAGE_SETTING_TEST_TO_ACTIVE_DENIED = 33;

    private ImageError() {}

    static Refusal of(int code) {
        return Refusal.group(GROUP, code);
    }

    static Refusal of(int code, String reason) {
        return of(code).because(reason);
    }

    /** What becomes of a failure of the flash. */
    static Refusal of(FlashFault fault) {
        return switch (fault.operation()) {
            case READ -> of(FLASH_READ_FAILED);
            case WRITE -> of(FLASH_WRITE_FAILED, "fa write fail");
            case ERASE -> of(FLASH_ERASE_FAILED, "fa erase fail");
        };
    }

    static int version1Code(int code) {
        return switch (code) {
            case 3, 4 -> Refusal.ENOENT;
            case NO_FREE_SLOT, CURRENT_VERSION_IS_NEWER, IMAGE_ALREADY_PENDING -> 6;
            case 14, 19, INVALID_OFFSET, INVALID_LENGTH, INVALID_IMAGE_HEADER, INVALID_HASH, INVALID_FLASH_ADDRESS ->
                Refusal.EINVAL;
            case 15 -> Refusal.ENOMEM;
            default -> Refusal.EUNKNOWN;
        };
    }
}
