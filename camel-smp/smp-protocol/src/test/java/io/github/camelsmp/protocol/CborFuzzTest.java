package io.github.camelsmp.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Our codec against Jackson's, and against bytes that no device means. Every run sees the same bytes. */
class CborFuzzTest {

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final ObjectMapper jackson = new CBORMapper();
    private final Random random = new Random(2026);

    /** Jackson writes such integers as tagged byte strings. */
    private boolean beyondLong = true;

    @Test
    void jacksonReadsWhatWeWrite() throws IOException {
        for (int round = 0; round < 1_000; round++) {
            CborMap map = CborMap.of(map(0));
            byte[] bytes = Cbor.encode(map);

            assertThat(bytes).hasSize(Cbor.sizeOf(map));
            assertThat(CborMap.of(jackson.readValue(bytes, MAP))).isEqualTo(map);
        }
    }

    @Test
    void weReadWhatJacksonWritesWithIndefiniteLengths() throws IOException {
        beyondLong = false;
        for (int round = 0; round < 1_000; round++) {
            Map<String, Object> map = map(0);
            byte[] bytes = jackson.writeValueAsBytes(map);

            assertThat(Cbor.decode(bytes, 0, bytes.length)).isEqualTo(CborMap.of(map));
        }
    }

    @Test
    void damagedPayloadsAreReadOrRefusedAndNothingElse() {
        for (int round = 0; round < 5_000; round++) {
            byte[] bytes = Cbor.encode(CborMap.of(map(0)));
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            readOrRefuse(bytes, random.nextInt(bytes.length + 1));
        }
    }

    @Test
    void arbitraryBytesAreReadOrRefusedAndNothingElse() {
        for (int round = 0; round < 30_000; round++) {
            byte[] bytes = new byte[1 + random.nextInt(40)];
            random.nextBytes(bytes);
            bytes[0] = random.nextInt(4) == 0 ? bytes[0] : (byte) (0xa0 | bytes[0] & 0x1f);
            readOrRefuse(bytes, bytes.length);
        }
    }

    /** What is read can be written, and is then the same. */
    private void readOrRefuse(byte[] bytes, int length) {
        Optional<CborMap> read = Optional.empty();
        try {
            read = Optional.of(Cbor.decode(bytes, 0, length));
        } catch (SmpProtocolException refused) {
            assertThat(refused).hasMessageContaining("at byte");
        } catch (RuntimeException leaked) {
            fail("only SmpProtocolException may come out", leaked);
        }
        read.ifPresent(map -> {
            byte[] again = Cbor.encode(map);
            assertThat(Cbor.decode(again, 0, again.length)).isEqualTo(map);
            SmpError.in(map).ifPresent(error -> assertThat(error.describe()).isNotBlank());
        });
    }

    private Map<String, Object> map(int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(depth == 0 ? 8 : 4); i > 0; i--) {
            map.put(text(), value(depth + 1));
        }
        return map;
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth > 4 ? 6 : 8)) {
            case 0 -> random.nextLong() >> random.nextInt(64);
            case 1 -> text();
            case 2 -> random.nextBoolean();
            case 3 -> bytes();
            case 4 -> random.nextBoolean() ? random.nextGaussian() : (double) random.nextFloat();
            case 5 -> beyondLong ? new BigInteger(64, random) : 0;
            case 6 -> map(depth);
            default -> list(depth);
        };
    }

    private List<Object> list(int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(random.nextInt(60) == 0 ? 300 : 4); i > 0; i--) {
            list.add(random.nextInt(100));
        }
        list.add(value(depth + 1));
        return list;
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(random.nextInt(60) == 0 ? 5000 : 40)];
        random.nextBytes(bytes);
        return bytes;
    }

    private String text() {
        return random.ints(random.nextInt(random.nextInt(60) == 0 ? 3000 : 30), 0, Character.MAX_CODE_POINT + 1)
                .map(code -> random.nextInt(5) > 0 ? code & 0x7f : code)
                .filter(code -> code < Character.MIN_SURROGATE || code > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
