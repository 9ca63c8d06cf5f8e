package io.github.camelsmp.protocol.serial;

import static io.github.camelsmp.protocol.Vectors.hex;
import static io.github.camelsmp.protocol.Vectors.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpMessage;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.SmpVersion;
import io.github.camelsmp.protocol.Vectors;
import io.github.camelsmp.protocol.group.ImageGroup;
import io.github.camelsmp.protocol.group.OsGroup;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors of protocol.md 21.1, 21.3 and 21.4: messages, and the lines they become. */
class FramedVectorsTest {

    record Request(String name, SmpRequest<?> request, SmpVersion version, int sequence, String message) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Request> requests() {
        SmpVersion v2 = SmpVersion.V2;
        return Stream.of(
                new Request("echo v2", new OsGroup.Echo("Hello"), v2, 0, "0a00000900000000a161646548656c6c6f"),
                new Request(
                        "echo v1", new OsGroup.Echo("Hello"), SmpVersion.V1, 66, "0200000900004200a161646548656c6c6f"),
                new Request("parameters", new OsGroup.Parameters(), v2, 1, "0800000100000106a0"),
                new Request("reset", new OsGroup.Reset(false, 0), v2, 2, "0a00000100000205a0"),
                new Request("reset force", new OsGroup.Reset(true, 0), v2, 2, "0a00000800000205a165666f726365f5"),
                new Request(
                        "reset boot mode",
                        new OsGroup.Reset(false, 1),
                        v2,
                        2,
                        "0a00000c00000205a169626f6f745f6d6f646501"),
                new Request("image state read", new ImageGroup.StateRead(), v2, 3, "0800000100010300a0"),
                new Request(
                        "confirm without hash",
                        ImageGroup.StateWrite.confirmRunning(),
                        v2,
                        5,
                        "0a00000a00010500a167636f6e6669726df5"),
                new Request(
                        "whole image in the first chunk",
                        ImageGroup.Upload.first(ByteBuffer.wrap(Vectors.image()), Vectors.FILE_HASH, 0, false, 1024),
                        v2,
                        6,
                        "0a0000d100010601 a6 636c656e1888 636f666600 63736861 5820"
                                + "1f27f3762dc988c85e17cdcbb073b6f1fd49e7cb864fdcf814f45975fac0afb1 6464617461 5888"
                                + HexFormat.of().formatHex(Vectors.image())
                                + "65696d61676500 6775706772616465f4"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void requestsAreTheseBytes(Request vector) {
        byte[] message = SmpMessage.encode(vector.request, vector.version, vector.sequence);

        assertThat(message).asHexString().isEqualToIgnoringCase(vector.message.replace(" ", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "0a00000900000000a161646548656c6c6f, <ST>ABMKAAAJAAAAAKFhZGVIZWxsb6rL<LF>",
        "0200000900004200a161646548656c6c6f, <ST>ABMCAAAJAABCAKFhZGVIZWxsb8m9<LF>",
        "0b00000a00000000bf61726548656c6c6fff, <ST>ABQLAAAKAAAAAL9hcmVIZWxsb//CWQ==<LF>",
        "0b00000900000000a161726548656c6c6f, <ST>ABMLAAAJAAAAAKFhcmVIZWxsbyx3<LF>",
        "0800000100000106a0, <ST>AAsIAAABAAABBqBEIw==<LF>",
        "0900001900000106bf686275665f73697a65190800696275665f636f756e7404ff,"
                + " <ST>ACMJAAAZAAABBr9oYnVmX3NpemUZCABpYnVmX2NvdW50BP9Pow==<LF>",
        "0a00000100000205a0, <ST>AAsKAAABAAACBaCORw==<LF>",
        "0a00000800000205a165666f726365f5, <ST>ABIKAAAIAAACBaFlZm9yY2X1cOg=<LF>",
        "0a00000c00000205a169626f6f745f6d6f646501, <ST>ABYKAAAMAAACBaFpYm9vdF9tb2RlAbA+<LF>",
        "0b00000200000205bfff, <ST>AAwLAAACAAACBb//jTw=<LF>",
        "0800000100010300a0, <ST>AAsIAAABAAEDAKD2UQ==<LF>",
        "0300000600010405bf62726308ff, <ST>ABADAAAGAAEEBb9icmMI/3gx<LF>",
        "0b00000600010405bf62726308ff, <ST>ABALAAAGAAEEBb9icmMI/5Na<LF>",
        "0b00001300010400bf63657272bf6567726f75700162726308ffff, <ST>AB0LAAATAAEEAL9jZXJyv2Vncm91cAFicmMI///ZGQ==<LF>",
        "0a00000a00010500a167636f6e6669726df5, <ST>ABQKAAAKAAEFAKFnY29uZmlybfVyXQ==<LF>",
        "0b00000f00010601bf636f66661888656d61746368f5ff, <ST>ABkLAAAPAAEGAb9jb2ZmGIhlbWF0Y2j1/xKD<LF>",
        "0b00000c00010601bf62726300636f66661888ff, <ST>ABYLAAAMAAEGAb9icmMAY29mZhiI/4Ba<LF>",
        "0a00003300010601a3636c656e1888636f6666006464617461582"
                + "03db8f39600000000200000004000000000000000010203000400000000000000,"
                + " <ST>AD0KAAAzAAEGAaNjbGVuGIhjb2ZmAGRkYXRhWCA9uPOWAAAAACAAAABAAAAAAAAAAAECAwAEAAAAAAAAAL8K<LF>",
        "48656c6c6f2c20776f726c6421, <ST>AA9IZWxsbywgd29ybGQhet4=<LF>",
    })
    void messagesBecomeTheseLinesAndBack(String message, String wire) {
        byte[] encoded = new ConsoleEncoder(128).encode(hex(message));
        Heard heard = Heard.from(lines(wire));

        assertThat(encoded).isEqualTo(lines(wire));
        assertThat(heard.messages()).containsExactly(hex(message));
        assertThat(heard.lines()).isEmpty();
        assertThat(heard.discarded()).isEmpty();
    }

    @Test
    void aLongMessageIsCutIntoThreeLines() {
        ImageGroup.Upload upload =
                ImageGroup.Upload.first(ByteBuffer.wrap(Vectors.image()), Vectors.FILE_HASH, 0, false, 217);
        byte[] message = SmpMessage.encode(upload, SmpVersion.V2, 6);

        byte[] wire = new ConsoleEncoder(128).encode(message);

        assertThat(wire).isEqualTo(lines("""
                <ST>ANsKAADRAAEGAaZjbGVuGIhjb2ZmAGNzaGFYIB8n83YtyYjIXhfNy7BztvH9SefLhk/c
                    +BT0WXX6wK+xZGRhdGFYiD2485YAAAAAIAAAAEAAAAAAAAAAAQIDAAQA<LF>
                <CT>AAAAAAAAAwoRGB8mLTQ7QklQV15lbHN6gYiPlp2kq7K5wMfO1dzj6vH4/wYNFBsiKTA3
                    PkVMU1phaG92fYSLkpmgp661vAdpKAAQACAAnyQERRGXIQYYh7T18iTK<LF>
                <CT>A6clr83D0mWTS2F4JgtktwJlaW1hZ2UAZ3VwZ3JhZGX0V3E=<LF>"""));
        assertThat(Heard.from(wire).messages()).containsExactly(message);
    }

    @Test
    void theShortestLinesCarryFourCharactersEach() {
        byte[] wire = new ConsoleEncoder(8).encode("Hello, world!".getBytes(StandardCharsets.US_ASCII));

        assertThat(wire).isEqualTo(lines("<ST>AA9I<LF><CT>ZWxs<LF><CT>bywg<LF><CT>d29y<LF><CT>bGQh<LF><CT>et4=<LF>"));
    }

    @Test
    void aMixedStreamHoldsOneMessageAndTwoLinesOfText() {
        Heard heard = Heard.from(
                "*** Booting Zephyr ***\r\n".getBytes(StandardCharsets.US_ASCII),
                lines("<ST>ABQLAAAKAAAAAL9hcmVIZWxsb//CWQ==<LF>"),
                "[00:00:01] <inf> app: hi\r\n".getBytes(StandardCharsets.US_ASCII));

        assertThat(heard.messages()).containsExactly(hex("0b00000a00000000bf61726548656c6c6fff"));
        assertThat(heard.lines()).containsExactly("*** Booting Zephyr ***", "[00:00:01] <inf> app: hi");
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "00, 0", "01, 4129", "ff, 7920", "313233343536373839, 12739"})
    void checksumsAreThese(String bytes, int crc) {
        assertThat(Crc16.of(hex(bytes), 0, hex(bytes).length)).isEqualTo(crc);
    }

    @Test
    void answersAreReadWhateverTheirLengthsAreLike() {
        CborMap indefinite =
                SmpMessage.decode(hex("0b00000a00000000bf61726548656c6c6fff")).payload();
        CborMap definite =
                SmpMessage.decode(hex("0b00000900000000a161726548656c6c6f")).payload();

        assertThat(OsGroup.EchoResponse.from(indefinite).text()).isEqualTo("Hello");
        assertThat(definite).isEqualTo(indefinite);
    }
}
