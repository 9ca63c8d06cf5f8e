package io.github.camelsmp.protocol;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names of all error numbers (protocol.md 4). */
final class SmpErrorNames {

    private static final int FIRST_USER_CODE = 256;

    private static final List<String> COMMON = List.of(
            "EOK",
            "EUNKNOWN",
            "ENOMEM",
            "EINVAL",
            "ETIMEOUT",
            "ENOENT",
            "EBADSTATE",
            "EMSGSIZE",
            "ENOTSUP",
            "ECORRUPT",
            "EBUSY",
            "EACCESSDENIED",
            "UNSUPPORTED_TOO_OLD",
            "UNSUPPORTED_TOO_NEW");

    private static final List<String> EVERY_GROUP = List.of("OK", "UNKNOWN");

    /** By group, the names of the codes from 2 on. */
    private static final Map<Integer, List<String>> FROM_TWO = Map.ofEntries(
            Map.entry(
                    0,
                    List.of(
                            "INVALID_FORMAT",
                            "QUERY_YIELDS_NO_ANSWER",
                            "RTC_NOT_SET",
                            "RTC_COMMAND_FAILED",
                            "QUERY_RESPONSE_VALUE_NOT_VALID",
                            "HEAP_STATS_FETCH_FAILED")),
            Map.entry(
                    1,
                    List.of(
                            "FLASH_CONFIG_QUERY_FAIL",
                            "NO_IMAGE",
                            "NO_TLVS",
                            "INVALID_TLV",
                            "TLV_MULTIPLE_HASHES_FOUND",
                            "TLV_INVALID_SIZE",
                            "HASH_NOT_FOUND",
                            "NO_FREE_SLOT",
                            "FLASH_OPEN_FAILED",
                            "FLASH_READ_FAILED",
                            "FLASH_WRITE_FAILED",
                            "FLASH_ERASE_FAILED",
                            "INVALID_SLOT",
                            "NO_FREE_MEMORY",
                            "FLASH_CONTEXT_ALREADY_SET",
                            "FLASH_CONTEXT_NOT_SET",
                            "FLASH_AREA_DEVICE_NULL",
                            "INVALID_PAGE_OFFSET",
                            "INVALID_OFFSET",
                            "INVALID_LENGTH",
                            "INVALID_IMAGE_HEADER",
                            "INVALID_IMAGE_HEADER_MAGIC",
                            "INVALID_HASH",
                            "INVALID_FLASH_ADDRESS",
                            "VERSION_GET_FAILED",
                            "CURRENT_VERSION_IS_NEWER",
                            "IMAGE_ALREADY_PENDING",
                            "INVALID_IMAGE_VECTOR_TABLE",
                            "IMAGE_TOO_LARGE",
                            "IMAGE_DATA_OVERRUN",
                            "IMAGE_CONFIRMATION_DENIED",
                            "IMAGE_SETTING_TEST_TO_ACTIVE_DENIED",
                            "ACTIVE_SLOT_NOT_KNOWN")),
            Map.entry(2, List.of("INVALID_GROUP", "INVALID_STAT_NAME", "INVALID_STAT_SIZE", "WALK_ABORTED")),
            Map.entry(
                    3,
                    List.of(
                            "KEY_TOO_LONG",
                            "KEY_NOT_FOUND",
                            "READ_NOT_SUPPORTED",
                            "ROOT_KEY_NOT_FOUND",
                            "WRITE_NOT_SUPPORTED",
                            "DELETE_NOT_SUPPORTED",
                            "SAVE_NOT_SUPPORTED")),
            Map.entry(
                    8,
                    List.of(
                            "FILE_INVALID_NAME",
                            "FILE_NOT_FOUND",
                            "FILE_IS_DIRECTORY",
                            "FILE_OPEN_FAILED",
                            "FILE_SEEK_FAILED",
                            "FILE_READ_FAILED",
                            "FILE_TRUNCATE_FAILED",
                            "FILE_DELETE_FAILED",
                            "FILE_WRITE_FAILED",
                            "FILE_OFFSET_NOT_VALID",
                            "FILE_OFFSET_LARGER_THAN_FILE",
                            "CHECKSUM_HASH_NOT_FOUND",
                            "MOUNT_POINT_NOT_FOUND",
                            "READ_ONLY_FILESYSTEM",
                            "FILE_EMPTY",
                            "FILE_CLOSE_FAILED")),
            Map.entry(9, List.of("COMMAND_TOO_LONG", "EMPTY_COMMAND")),
            Map.entry(10, List.of("TOO_MANY_GROUP_ENTRIES", "INSUFFICIENT_HEAP_FOR_ENTRIES", "INDEX_TOO_LARGE")),
            Map.entry(
                    11,
                    List.of(
                            "MISSING_REQUIRED_FUNCTIONS",
                            "MISSING_INFO_FUNCTIONS",
                            "INVALID_TRANSPORT",
                            "INVALID_MODE",
                            "ALL_CONTEXTS_USED",
                            "BOTH_TRANSPORT_AND_ALL",
                            "NOT_BRIDGED",
                            "SAME_BRIDGE_DEVICE_DISALLOWED",
                            "INGOING_NOT_SUPPORTED",
                            "OUTGOING_NOT_SUPPORTED",
                            "INCOMING_ALREADY_BRIDGED",
                            "OUTGOING_ALREADY_BRIDGED",
                            "CONNECT_MISSING_PARAMETER",
                            "CONNECT_INVALID_PARAMETER",
                            "CONNECT_UNSUPPORTED_PARAMETER",
                            "CONNECT_FAILED")),
            Map.entry(63, List.of("FLASH_OPEN_FAILED", "FLASH_CONFIG_QUERY_FAIL", "FLASH_ERASE_FAILED")),
            Map.entry(128, List.of("NO_PROJECT_KEY")));

    /** Intercreate's upload gives the 1 a meaning of its own. */
    private static final int INTERCREATE_GROUP = 64;

    private static final Map<Integer, String> GROUPS = groups();

    private SmpErrorNames() {}

    private static Map<Integer, String> groups() {
        List<String> first = List.of(
                "OS",
                "image",
                "statistics",
                "settings",
                "log",
                "crash",
                "split image",
                "run test",
                "file system",
                "shell",
                "enumeration",
                "transport");
        Map<Integer, String> names = new HashMap<>();
        for (int id = 0; id < first.size(); id++) {
            names.put(id, first.get(id));
        }
        names.put(63, "Zephyr basic");
        names.put(66, "SUIT");
        names.put(128, "Memfault");
        return Map.copyOf(names);
    }

    /** What people call a group, if it has a name that all devices agree on. */
    static Optional<String> group(int group) {
        return Optional.ofNullable(GROUPS.get(group));
    }

    /** The name of a code, if it has one. */
    static Optional<String> code(int group, int code) {
        if (group == SmpError.NO_GROUP) {
            return code >= FIRST_USER_CODE ? Optional.of("EPERUSER") : element(COMMON, code);
        }
        if (group == INTERCREATE_GROUP && code == 1) {
            return Optional.of("INVALID_IMAGE");
        }
        Optional<String> name = element(EVERY_GROUP, code);
        return name.isPresent() ? name : element(FROM_TWO.getOrDefault(group, List.of()), code - 2);
    }

    private static Optional<String> element(List<String> names, int index) {
        return index >= 0 && index < names.size() ? Optional.of(names.get(index)) : Optional.empty();
    }
}
