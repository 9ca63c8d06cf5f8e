package io.github.camelsmp.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Protocol.md 3 and 4. */
class SmpErrorTest {

    @ParameterizedTest
    @CsvSource({
        "-1, 'EOK EUNKNOWN ENOMEM EINVAL ETIMEOUT ENOENT EBADSTATE EMSGSIZE ENOTSUP ECORRUPT EBUSY EACCESSDENIED"
                + " UNSUPPORTED_TOO_OLD UNSUPPORTED_TOO_NEW 14'",
        "0, 'OK UNKNOWN INVALID_FORMAT QUERY_YIELDS_NO_ANSWER RTC_NOT_SET RTC_COMMAND_FAILED"
                + " QUERY_RESPONSE_VALUE_NOT_VALID HEAP_STATS_FETCH_FAILED 8'",
        "1, 'OK UNKNOWN FLASH_CONFIG_QUERY_FAIL NO_IMAGE NO_TLVS INVALID_TLV TLV_MULTIPLE_HASHES_FOUND"
                + " TLV_INVALID_SIZE HASH_NOT_FOUND NO_FREE_SLOT FLASH_OPEN_FAILED FLASH_READ_FAILED"
                + " FLASH_WRITE_FAILED FLASH_ERASE_FAILED INVALID_SLOT NO_FREE_MEMORY FLASH_CONTEXT_ALREADY_SET"
                + " FLASH_CONTEXT_NOT_SET FLASH_AREA_DEVICE_NULL INVALID_PAGE_OFFSET INVALID_OFFSET INVALID_LENGTH"
                + " INVALID_IMAGE_HEADER INVALID_IMAGE_HEADER_MAGIC INVALID_HASH INVALID_FLASH_ADDRESS"
                + " VERSION_GET_FAILED CURRENT_VERSION_IS_NEWER IMAGE_ALREADY_PENDING INVALID_IMAGE_VECTOR_TABLE"
                + " IMAGE_TOO_LARGE IMAGE_DATA_OVERRUN IMAGE_CONFIRMATION_DENIED"
                + " IMAGE_SETTING_TEST_TO_ACTIVE_DENIED ACTIVE_SLOT_NOT_KNOWN 35'",
        "2, 'OK UNKNOWN INVALID_GROUP INVALID_STAT_NAME INVALID_STAT_SIZE WALK_ABORTED 6'",
        "3, 'OK UNKNOWN KEY_TOO_LONG KEY_NOT_FOUND READ_NOT_SUPPORTED ROOT_KEY_NOT_FOUND WRITE_NOT_SUPPORTED"
                + " DELETE_NOT_SUPPORTED SAVE_NOT_SUPPORTED 9'",
        "8, 'OK UNKNOWN FILE_INVALID_NAME FILE_NOT_FOUND FILE_IS_DIRECTORY FILE_OPEN_FAILED FILE_SEEK_FAILED"
                + " FILE_READ_FAILED FILE_TRUNCATE_FAILED FILE_DELETE_FAILED FILE_WRITE_FAILED"
                + " FILE_OFFSET_NOT_VALID FILE_OFFSET_LARGER_THAN_FILE CHECKSUM_HASH_NOT_FOUND"
                + " MOUNT_POINT_NOT_FOUND READ_ONLY_FILESYSTEM FILE_EMPTY FILE_CLOSE_FAILED 18'",
        "9, 'OK UNKNOWN COMMAND_TOO_LONG EMPTY_COMMAND 4'",
        "10, 'OK UNKNOWN TOO_MANY_GROUP_ENTRIES INSUFFICIENT_HEAP_FOR_ENTRIES INDEX_TOO_LARGE 5'",
        "11, 'OK UNKNOWN MISSING_REQUIRED_FUNCTIONS MISSING_INFO_FUNCTIONS INVALID_TRANSPORT INVALID_MODE"
                + " ALL_CONTEXTS_USED BOTH_TRANSPORT_AND_ALL NOT_BRIDGED SAME_BRIDGE_DEVICE_DISALLOWED"
                + " INGOING_NOT_SUPPORTED OUTGOING_NOT_SUPPORTED INCOMING_ALREADY_BRIDGED OUTGOING_ALREADY_BRIDGED"
                + " CONNECT_MISSING_PARAMETER CONNECT_INVALID_PARAMETER CONNECT_UNSUPPORTED_PARAMETER"
                + " CONNECT_FAILED 18'",
        "63, 'OK UNKNOWN FLASH_OPEN_FAILED FLASH_CONFIG_QUERY_FAIL FLASH_ERASE_FAILED 5'",
        "64, 'OK INVALID_IMAGE 2'",
        "128, 'OK UNKNOWN NO_PROJECT_KEY 3'",
        "4, 'OK UNKNOWN 2'",
        "70, 'OK UNKNOWN 2'",
    })
    void everyCodeHasItsName(int group, String names) {
        String[] expected = names.split(" ");
        for (int code = 0; code < expected.length; code++) {
            assertThat(new SmpError(group, code, "").codeName()).isEqualTo(expected[code]);
        }
    }

    @Test
    void codesOfApplicationsAndLeakedErrnosAreShown() {
        assertThat(new SmpError(SmpError.NO_GROUP, 256, "").codeName()).isEqualTo("EPERUSER");
        assertThat(new SmpError(SmpError.NO_GROUP, 300, "").codeName()).isEqualTo("EPERUSER");
        assertThat(new SmpError(SmpError.NO_GROUP, -22, "").codeName()).isEqualTo("-22");
        assertThat(new SmpError(1, -5, "").codeName()).isEqualTo("-5");
    }

    @Test
    void anErrorSaysWhatItIsAndWhatToDo() {
        assertThat(new SmpError(1, 9, "").describe())
                .isEqualTo("NO_FREE_SLOT (group 1 image, code 9): the slot is in use, pending or confirmed: confirm or"
                        + " erase it first");
        assertThat(new SmpError(SmpError.NO_GROUP, 6, "no slot").describe())
                .startsWith("EBADSTATE (rc 6), the device says \"no slot\": ");
        assertThat(new SmpError(2, 3, "").describe())
                .isEqualTo("INVALID_STAT_NAME (group 2 statistics, code 3): ask the device for the list of its"
                        + " statistics groups");
        assertThat(new SmpError(70, 9, "").describe()).isEqualTo("9 (group 70, code 9)");
        assertThat(new SmpError(SmpError.NO_GROUP, 12, "").advice())
                .hasValueSatisfying(a -> assertThat(a).contains("version 2"));
        assertThat(new SmpError(SmpError.NO_GROUP, 13, "").advice())
                .hasValueSatisfying(a -> assertThat(a).contains("version 1"));
    }

    @Test
    void theGroupErrorWinsOverAnRcBesideIt() {
        CborMap answer = CborMap.of(Map.of("rc", 1, "err", Map.of("group", 8, "rc", 11), "len", 300));

        assertThat(SmpError.in(answer)).hasValue(new SmpError(8, 11, ""));
    }

    @Test
    void whatIsNoErrorIsNotTakenForOne() {
        assertThat(SmpError.in(CborMap.EMPTY)).isEmpty();
        assertThat(SmpError.in(CborMap.of(Map.of("rc", 0)))).isEmpty();
        assertThat(SmpError.in(CborMap.of(Map.of("err", Map.of("group", 1, "rc", 0)))))
                .isEmpty();
        assertThat(SmpError.in(CborMap.of(Map.of("err", 5)))).isEmpty();
        assertThat(SmpError.in(CborMap.of(Map.of("ret", -22)))).isEmpty();
        assertThat(SmpError.in(CborMap.of(Map.of("rc", "text")))).isEmpty();
    }

    @Test
    void numbersBeyondAnIntStayErrors() {
        assertThat(SmpError.in(CborMap.of(Map.of("rc", 1L << 40))))
                .hasValueSatisfying(error -> assertThat(error.code()).isEqualTo(Integer.MAX_VALUE));
        assertThat(SmpError.in(CborMap.of(Map.of("rc", BigInteger.TWO.pow(63)))))
                .isPresent();
        assertThat(SmpError.in(CborMap.of(Map.of("rc", 1L << 32)))).isPresent();
        assertThat(SmpError.in(CborMap.of(Map.of("err", Map.of("rc", 4)))))
                .hasValue(new SmpError(SmpError.NO_GROUP, 4, ""));
    }

    @Test
    void anErrorAsAPayloadIsReadBack() {
        for (SmpError error : new SmpError[] {new SmpError(1, 9, ""), new SmpError(SmpError.NO_GROUP, 8, "")}) {
            assertThat(SmpError.in(error.toPayload())).hasValue(error);
        }
    }

    @Test
    void theReasonOfADeviceWritesNoLinesOfItsOwn() {
        SmpError error =
                new SmpError(SmpError.NO_GROUP, 1, "no\r\n2026-11-22 ERROR forged \u001b[31m" + "x".repeat(1000));

        assertThat(error.describe())
                .contains("no??2026-11-22 ERROR forged ?[31m")
                .doesNotContain("\n", "\r", "\u001b")
                .hasSizeLessThan(400);
    }
}
