package io.github.camelsmp.protocol;

import static io.github.camelsmp.protocol.Vectors.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol.md 1. */
class SmpMessageTest {

    @ParameterizedTest
    @CsvSource({
        "00, V1, READ",
        "01, V1, READ_RESPONSE",
        "02, V1, WRITE",
        "03, V1, WRITE_RESPONSE",
        "08, V2, READ",
        "09, V2, READ_RESPONSE",
        "0a, V2, WRITE",
        "0b, V2, WRITE_RESPONSE",
        "eb, V2, WRITE_RESPONSE",
    })
    void theFirstByteIsVersionAndOp(String first, SmpVersion version, SmpOp op) {
        SmpHeader header = SmpMessage.decode(hex(first + "00000100010203a0")).header();

        assertThat(header.version()).isEqualTo(version);
        assertThat(header.op()).isEqualTo(op);
    }

    @Test
    void fieldsStandWhereTheyBelong() {
        SmpHeader header = SmpHeader.readFrom(hex("0aff1234abcd5678"), 0, 8);

        assertThat(header).isEqualTo(new SmpHeader(SmpVersion.V2, SmpOp.WRITE, 0xff, 0x1234, 0xabcd, 0x56, 0x78));
        byte[] written = new byte[10];
        header.writeTo(written, 2);
        assertThat(written).isEqualTo(hex("00000aff1234abcd5678"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', only 0",
        "08000001000001, only 7",
        "04000000000000 00, operation 4",
        "10000000000000 00, version 3",
        "08000002000001 06a0, 2 bytes of payload",
    })
    void whatIsNoMessageIsRefused(String message, String reason) {
        assertThatThrownBy(() -> SmpMessage.decode(hex(message)))
                .isInstanceOf(SmpProtocolException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aPayloadBeyondWhatTheHeaderCanSayIsRefused() {
        RawRequest tooLong = new RawRequest(SmpOp.WRITE, 64, 0, CborMap.of(Map.of("d", new byte[65_532])), false);

        assertThatThrownBy(() -> SmpMessage.encode(tooLong, SmpVersion.V2, 0))
                .isInstanceOf(SmpProtocolException.class)
                .hasMessage("the message has 65546 bytes, SMP has none beyond 65543");
    }

    @Test
    void bytesBehindTheDeclaredLengthAreIgnored() {
        assertThat(SmpMessage.decode(hex("0900000100000106a0ffff")).payload()).isEqualTo(CborMap.EMPTY);
    }

    @Test
    void noPayloadCountsAsTheEmptyMap() {
        assertThat(SmpMessage.decode(hex("0900000000000106")).payload()).isEqualTo(CborMap.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0a00000000010106",
                "0b00000000010206",
                "0b00000000020106",
                "0b00000000010107",
                "0900000000010106"
            })
    void anAnswerHasTheSameNumbersAndTheNextOp(String other) {
        SmpHeader request = SmpHeader.readFrom(hex("0a00000000010106"), 0, 8);
        SmpHeader answer = SmpHeader.readFrom(hex("0300000000010106"), 0, 8);

        assertThat(answer.answers(request)).isTrue();
        assertThat(SmpHeader.readFrom(hex(other), 0, 8).answers(request)).isFalse();
    }

    @Test
    void aServerAnswersInTheVersionItWasAskedIn() {
        SmpHeader request = SmpHeader.readFrom(hex("0200000000010906"), 0, 8);

        byte[] answer = SmpMessage.encodeResponse(request, CborMap.of(Map.of("rc", 0)));

        assertThat(answer).isEqualTo(hex("0300000500010906a162726300"));
    }

    @Test
    void aSizeIsNotNegative() {
        CborMap map = CborMap.builder().put("off", -3909).put("len", 7).build();

        assertThat(map.size("len")).isEqualTo(7);
        assertThatThrownBy(() -> map.size("off"))
                .isInstanceOf(SmpProtocolException.class)
                .hasMessageContaining("'off' is -3909, it cannot be negative");
    }

    @Test
    void accessorsNameTheKeyAndWhatIsWrongWithIt() {
        CborMap map = CborMap.of(Map.of("text", "a", "number", 5L << 32, "bytes", new byte[40]));

        assertThatThrownBy(() -> map.text("missing")).hasMessageContaining("'missing' is missing");
        assertThatThrownBy(() -> map.text("number")).hasMessageContaining("'number' holds 21474836480");
        assertThatThrownBy(() -> map.number("text")).hasMessageContaining("'text' holds \"a\"");
        assertThatThrownBy(() -> map.integer("number")).hasMessageContaining("beyond 32 bits");
        assertThatThrownBy(() -> map.maps("bytes")).hasMessageContaining("...' of 40 bytes where a list of maps");
        assertThatThrownBy(() -> map.map("text")).hasMessageContaining("a map is due");
        assertThatThrownBy(() -> map.flag("text")).hasMessageContaining("true or false");
        assertThatThrownBy(() -> map.asMap().put("x", 1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aNumberServesAsATruthValue() {
        CborMap map = CborMap.of(Map.of("one", 1, "zero", 0));

        assertThat(map.flag("one")).isTrue();
        assertThat(map.flag("zero")).isFalse();
        assertThat(map.flag("absent")).isFalse();
    }

    @Test
    void equalityIsThatOfTheWire() {
        CborMap map = CborMap.builder().put("b", new byte[] {1}).put("a", 1).build();
        CborMap other = CborMap.builder().put("a", 1L).put("b", new byte[] {1}).build();

        assertThat(map).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo(CborMap.EMPTY);
        assertThat(map).hasToString("{\"b\": h'01', \"a\": 1}");
    }
}
