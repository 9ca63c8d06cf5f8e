package io.github.camelsmp.protocol;

import static io.github.camelsmp.protocol.Vectors.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CborTest {

    private static CborMap decode(String hex) {
        byte[] bytes = hex(hex);
        return Cbor.decode(bytes, 0, bytes.length);
    }

    private static Object valueOf(String hex) {
        return decode("a16176" + hex).asMap().get("v");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "23, 17",
        "24, 1818",
        "255, 18ff",
        "256, 190100",
        "65535, 19ffff",
        "65536, 1a00010000",
        "4294967295, 1affffffff",
        "4294967296, 1b0000000100000000",
        "9223372036854775807, 1b7fffffffffffffff",
        "-1, 20",
        "-24, 37",
        "-25, 3818",
        "-9223372036854775808, 3b7fffffffffffffff",
    })
    void integersTakeTheShortestForm(long number, String encoded) {
        byte[] bytes = Cbor.encode(CborMap.of(Map.of("v", number)));

        assertThat(bytes).asHexString().isEqualToIgnoringCase("A16176" + encoded);
        assertThat(valueOf(encoded)).isEqualTo(number);
    }

    @Test
    void integersBeyondALongAreKeptWhole() {
        BigInteger most = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

        assertThat(valueOf("1bffffffffffffffff")).isEqualTo(most);
        assertThat(valueOf("3bffffffffffffffff")).isEqualTo(most.not());
        assertThat(Cbor.encode(CborMap.of(Map.of("v", most)))).isEqualTo(hex("a161761bffffffffffffffff"));
        assertThat(Cbor.encode(CborMap.of(Map.of("v", most.not())))).isEqualTo(hex("a161763bffffffffffffffff"));
    }

    @Test
    void wideFormsOfSmallIntegersAreRead() {
        assertThat(valueOf("1b0000000000000005")).isEqualTo(5L);
        assertThat(valueOf("1800")).isEqualTo(0L);
        assertThat(valueOf("3900ff")).isEqualTo(-256L);
    }

    @Test
    void keysAreSortedByLengthAndThenByBytes() {
        CborMap map = CborMap.builder()
                .put("bb", 1)
                .put("c", 2)
                .put("aa", 3)
                .put("a", 4)
                .put("\u00e9", 5)
                .build();

        assertThat(Cbor.encode(map)).isEqualTo(hex("a5 616104 616302 62616103 62626201 62c3a905"));
    }

    @Test
    void bytesOfABufferAreThoseThatRemain() {
        ByteBuffer buffer = ByteBuffer.wrap(hex("0102030405")).position(1).limit(3);

        byte[] bytes = Cbor.encode(CborMap.of(Map.of("v", buffer)));

        assertThat(bytes).isEqualTo(hex("a16176420203"));
        assertThat(buffer.remaining()).isEqualTo(2);
    }

    @Test
    void everyTypeSurvivesARoundTrip() {
        CborMap map = CborMap.builder()
                .put("text", "\u00fcber \ud83d\ude00")
                .put("bytes", hex("00ff"))
                .put("list", List.of(1L, "two", List.of(), Map.of()))
                .put("map", Map.of("nested", Map.of("deep", true)))
                .put("null", null)
                .put("false", false)
                .put("float", 1.5)
                .put("double", 0.1)
                .build();

        CborMap read = Cbor.decode(Cbor.encode(map), 0, Cbor.sizeOf(map));

        assertThat(read).isEqualTo(map);
        assertThat(read.text("text")).isEqualTo("\u00fcber \ud83d\ude00");
        assertThat(read.asMap().get("float")).isEqualTo(1.5);
        assertThat(read.asMap().get("double")).isEqualTo(0.1);
        assertThat(read.has("null")).isTrue();
    }

    @Test
    void indefiniteLengthsAreReadAtEveryLevel() {
        CborMap map = decode("bf 6161 9f 01 bf 6162 5f 4101 420203 ff ff ff 6163 7f 6168 6169 ff ff");

        assertThat(map.text("c")).isEqualTo("hi");
        assertThat((List<?>) map.asMap().get("a")).hasSize(2);
    }

    @Test
    void textThatIsCutInTheMiddleOfACharacterIsReadWithAReplacement() {
        assertThat(valueOf("6361 62c3")).isEqualTo("ab\ufffd");
        assertThat(valueOf("62fffe")).isEqualTo("\ufffd\ufffd");
        assertThat(valueOf("7f61c361a9ff")).isEqualTo("\u00e9");
    }

    @Test
    void halfASurrogatePairIsMeasuredAsItIsWritten() {
        CborMap map = CborMap.of(Map.of("v", "a\ud800b"));

        assertThat(Cbor.encode(map)).isEqualTo(hex("a1617663613f62"));
    }

    @ParameterizedTest
    @CsvSource({
        "f90000, 0.0",
        "f98000, -0.0",
        "f93c00, 1.0",
        "f9c000, -2.0",
        "f97bff, 65504.0",
        "f90001, 5.960464477539063E-8",
        "f90400, 6.103515625E-5",
        "f97c00, Infinity",
        "f9fc00, -Infinity",
        "f97e00, NaN",
        "fa47c35000, 100000.0",
        "fb3ff199999999999a, 1.1",
    })
    void fractionsOfEveryWidthAreRead(String encoded, double value) {
        assertThat(valueOf(encoded)).isEqualTo(value);
    }

    @Test
    void tagsAreSkippedAndUndefinedIsNull() {
        assertThat(valueOf("c0 6161")).isEqualTo("a");
        assertThat(valueOf("d9d9f7 01")).isEqualTo(1L);
        assertThat(valueOf("f7")).isNull();
        assertThat(valueOf("f820")).isEqualTo(32L);
    }

    @Test
    void ofAKeyThatComesTwiceTheLastOneCounts() {
        assertThat(decode("a2 617601 617602").number("v")).isEqualTo(2);
    }

    @Test
    void noBytesAreTheEmptyMap() {
        assertThat(Cbor.decode(new byte[0], 0, 0)).isSameAs(CborMap.EMPTY);
        assertThat(decode("a0")).isSameAs(CborMap.EMPTY);
        assertThat(decode("bfff")).isSameAs(CborMap.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00",
                "80",
                "60",
                "ff",
                "a1",
                "a161",
                "a16176",
                "a1617642ff",
                "bf",
                "bf6176",
                "a00000",
                "a10001",
                "a1f600",
                "a1617618",
                "a161761c",
                "a161767f4101ff",
                "a161767f7f6161ffff",
                "a16176ff",
                "a1fff6",
                "a161765bffffffffffffffff",
                "a161767b7fffffffffffffff00",
                "a161769bffffffffffffffff",
                "bbffffffffffffffff",
                "a161763f",
                "a16176df00",
                "a16176fc"
            })
    void whatIsNotOneMapWithTextKeysIsRefusedWithThePlace(String encoded) {
        assertThatThrownBy(() -> decode(encoded))
                .isInstanceOf(SmpProtocolException.class)
                .hasMessageContaining("at byte ");
    }

    @Test
    void theDepthOfNestingIsBounded() {
        assertThat(decode("a16176" + "81".repeat(31) + "00").has("v")).isTrue();
        for (String level : List.of("81", "9f", "a16176", "bf6176", "c0")) {
            assertThatThrownBy(() -> decode("a16176" + level.repeat(20_000)))
                    .isInstanceOf(SmpProtocolException.class)
                    .hasMessageContaining("32 levels");
        }
    }

    @Test
    void aMapThatHoldsItselfIsRefused() {
        Map<String, Object> endless = new HashMap<>();
        endless.put("again", List.of(endless));

        assertThatThrownBy(() -> CborMap.of(endless))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key 'again/0/again")
                .hasMessageEndingWith("nests more than 32 levels");
    }

    @Test
    void valuesWithoutACborFormAreRefusedByKey() {
        assertThatThrownBy(() -> CborMap.of(Map.of("a", Map.of("b", List.of(1, new Object())))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'a/b/1'");
        assertThatThrownBy(() -> CborMap.of(Map.of("a", Map.of(1, 2)))).hasMessageContaining("'a/1'");
        assertThatThrownBy(() -> CborMap.of(Map.of("a", BigInteger.TWO.pow(64))))
                .hasMessageContaining("64 bits");
    }

    @Test
    void reservedBytesStayFree() {
        byte[] bytes = Cbor.encode(CborMap.of(Map.of("a", 1)), 8);

        assertThat(Arrays.copyOf(bytes, 8)).containsOnly(0);
        assertThat(Arrays.copyOfRange(bytes, 8, bytes.length)).isEqualTo(hex("a1616101"));
    }
}
