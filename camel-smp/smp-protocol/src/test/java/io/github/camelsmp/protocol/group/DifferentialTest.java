package io.github.camelsmp.protocol.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.RawRequest;
import io.github.camelsmp.protocol.SmpHeader;
import io.github.camelsmp.protocol.SmpMessage;
import io.github.camelsmp.protocol.SmpOp;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.SmpVersion;
import io.github.camelsmp.protocol.group.SmpLibrary.Made;
import io.github.camelsmp.protocol.serial.ConsoleEncoder;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The {@code smp} library of PyPI and this one: each reads what the other writes, for every command the library knows,
 * byte by byte. It needs a Python with that library, named by the system property {@code smp.python}; {@code
 * src/test/python/differential.sh} makes one. {@code smp.differential.seed} draws other messages.
 */
@Timeout(600)
class DifferentialTest {
    private static final int OF_EACH_CLASS = 200;
    private static final HexFormat HEX = HexFormat.of();

    /** Where the library is stricter than servers are, or older, and why. */
    private static final Map<String, String> KNOWN_DIFFERENCES = Map.of(
            "R 0/8 BootloaderInfo", "it wants the name of the bootloader in answers to other questions as well",
            "R 1/0 StateRead", "it does not know the key 'compressed'",
            "R 11/2 Status", "it asks for no other transport, and counts where protocol.md 6 has truth values",
            "W 0/5 Reset {\"force\": true", "it writes a truth value as a number",
            "W 3/3 Save {\"name\"", "it saves all settings only",
            "W 9/0 Execute", "it does not know the older key 'rc'",
            "W 11/0 Connect {\"transport\": 64", "it knows no keys of transports of users");

    /** Classes that the library makes without what every server tells, or with buffers of no bytes. */
    private static final Set<String> NOT_ALWAYS_AN_ANSWER =
            Set.of("image_management.ImageUploadWriteResponse", "os_management.MCUMgrParametersReadResponse");

    private static SmpLibrary library;
    private static List<Made> theirs;

    @BeforeAll
    static void startLibrary() {
        String python = System.getProperty("smp.python", "");
        assumeFalse(python.isEmpty(), "no Python with the smp library: -Dsmp.python=<python>");
        library = new SmpLibrary(python);
        long seed = Long.getLong("smp.differential.seed", 1);
        theirs = library.make(seed, OF_EACH_CLASS);
        System.out.printf("differential: %s, %d messages from seed %d%n", library.version(), theirs.size(), seed);
    }

    @AfterAll
    static void stopLibrary() {
        if (library != null) {
            library.close();
        }
    }

    /** Op, group and command of what the library has a class for. */
    private static Set<String> known() {
        return theirs.stream().map(made -> wire(made.message())).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String wire(byte[] message) {
        SmpHeader header = SmpMessage.decode(message).header();
        return header.op() + " " + header.group() + "/" + header.command();
    }

    private static boolean isKnown(String difference) {
        return KNOWN_DIFFERENCES.keySet().stream().anyMatch(difference::startsWith);
    }

    /** What is not taken, or comes back as other bytes, with the reason. */
    private static Map<String, String> differences(Map<String, byte[]> messages) {
        Map<String, String> differences = new TreeMap<>();
        Set<String> known = known();
        int read = 0;
        for (Map.Entry<String, byte[]> entry : messages.entrySet()) {
            byte[] message = entry.getValue();
            if (known.contains(wire(message))) {
                read++;
                String answer = library.read(message);
                if (!answer.endsWith(" " + HEX.formatHex(message))) {
                    differences.put(entry.getKey(), answer);
                }
            }
        }
        System.out.printf(
                "differential: %d of our messages read, %d of commands that the library does not know, %d differ%n",
                read, messages.size() - read, differences.size());
        differences.forEach((name, answer) -> System.out.println("differential: " + name + ": " + answer));
        return differences;
    }

    @Test
    void ourRequestsAreReadByTheLibraryAndMadeAnewByteByByte() {
        Map<String, byte[]> messages = new TreeMap<>();
        List<Command<?>> commands = Commands.all().toList();
        for (int i = 0; i < commands.size(); i++) {
            for (SmpVersion version : SmpVersion.values()) {
                SmpRequest<?> request = commands.get(i).request();
                messages.put(
                        commands.get(i) + " " + commands.get(i).sent() + " " + version + " " + i,
                        SmpMessage.encode(request, version, 200));
            }
        }

        assertThat(differences(messages).keySet()).allMatch(DifferentialTest::isKnown);
    }

    @Test
    void answersAsWeWriteThemAreReadByTheLibrary() {
        Map<String, byte[]> messages = new TreeMap<>();
        List<Command<?>> commands = Commands.all().toList();
        for (int i = 0; i < commands.size(); i++) {
            Command<?> command = commands.get(i);
            SmpHeader asked = SmpMessage.decode(SmpMessage.encode(command.request(), SmpVersion.V2, 7))
                    .header();
            messages.put(command + " " + i, SmpMessage.encodeResponse(asked, command.answer()));
        }

        assertThat(differences(messages).keySet()).allMatch(DifferentialTest::isKnown);
    }

    @Test
    void errorsAsWeWriteThemAreReadByTheLibrary() {
        Map<String, byte[]> messages = new TreeMap<>();
        for (Made made : theirs) {
            SmpHeader request = SmpMessage.decode(made.message()).header();
            if (request.op().isRequest()) {
                Map<String, Integer> error = Map.of("group", request.group(), "rc", 1);
                messages.put(
                        made.kind() + " rc",
                        SmpMessage.encodeResponse(
                                request, CborMap.builder().put("rc", 1).build()));
                messages.put(
                        made.kind() + " err",
                        SmpMessage.encodeResponse(
                                request, CborMap.builder().put("err", error).build()));
            }
        }

        assertThat(differences(messages)).isEmpty();
    }

    @Test
    void theirMessagesHaveTheFieldsTheyWereMadeOfAndAreMadeAnewByteByByte() throws JsonProcessingException {
        for (Made made : theirs) {
            SmpMessage message = SmpMessage.decode(made.message());

            assertThat(plain(message.payload().asMap()))
                    .as(made.kind())
                    .isEqualTo(new ObjectMapper().readTree(made.fields()));
            assertThat(anew(message)).as(made.kind()).isEqualTo(made.message());
        }
    }

    private static byte[] anew(SmpMessage message) {
        SmpHeader header = message.header();
        if (header.op().isRequest()) {
            return SmpMessage.encode(
                    new RawRequest(header.op(), header.group(), header.command(), message.payload(), false),
                    header.version(),
                    header.sequence());
        }
        SmpHeader asked = new SmpHeader(
                header.version(),
                SmpOp.of(header.op().code() - 1),
                0,
                0,
                header.group(),
                header.sequence(),
                header.command());
        return SmpMessage.encodeResponse(asked, message.payload());
    }

    private static JsonNode plain(Object value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (value instanceof Map<?, ?> map) {
            ObjectNode node = json.objectNode();
            map.forEach((key, element) -> node.set((String) key, plain(element)));
            return node;
        } else if (value instanceof List<?> list) {
            ArrayNode node = json.arrayNode();
            list.forEach(element -> node.add(plain(element)));
            return node;
        } else if (value instanceof byte[] bytes) {
            return json.textNode("hex:" + HEX.formatHex(bytes));
        } else if (value instanceof Long number) {
            return number == number.intValue() ? json.numberNode(number.intValue()) : json.numberNode(number);
        } else if (value instanceof Boolean flag) {
            return json.booleanNode(flag);
        }
        return json.textNode((String) value);
    }

    @Test
    void ourRequestsOfTheirFieldsAreTheirRequestsByteByByte() {
        Set<String> kinds = new TreeSet<>();
        for (Made made : theirs) {
            SmpMessage message = SmpMessage.decode(made.message());
            Rebuilt.of(made.kind(), message.payload()).ifPresent(request -> {
                kinds.add(made.kind());
                assertThat(SmpMessage.encode(
                                request,
                                message.header().version(),
                                message.header().sequence()))
                        .as(made.kind() + made.fields())
                        .isEqualTo(made.message());
            });
        }
        System.out.println("differential: rebuilt " + kinds.size() + " kinds of requests");
        assertThat(kinds).hasSizeGreaterThan(25);
    }

    @Test
    void theirAnswersAreReadByTheCommandsTheyAnswer() {
        Map<String, String> refused = new TreeMap<>();
        Set<String> read = new TreeSet<>();
        for (Made made : theirs) {
            SmpMessage message = SmpMessage.decode(made.message());
            for (SmpRequest<?> request : answeredBy(message.header())) {
                try {
                    // the library has one class for an answer with and without the return code of old servers
                    boolean good = request.errorIn(message.payload()).isEmpty();
                    if (good && request.readResponse(message.payload()) != null) {
                        read.add(made.kind());
                    }
                } catch (SmpProtocolException e) {
                    refused.put(made.kind(), e.getMessage());
                }
            }
        }
        System.out.println("differential: read " + read.size() + " kinds of answers, refused some of " + refused);
        assertThat(read).hasSizeGreaterThan(30);
        assertThat(refused.keySet()).isSubsetOf(NOT_ALWAYS_AN_ANSWER);
    }

    private static List<SmpRequest<?>> answeredBy(SmpHeader answer) {
        return Commands.all()
                .<SmpRequest<?>>map(Command::request)
                .filter(request -> request.group() == answer.group()
                        && request.command() == answer.command()
                        && request.op().response() == answer.op())
                .toList();
    }

    @Test
    void linesAreTheSameAndReadByEachOther() {
        Random random = new Random(1);
        for (int size = 9; size < 1200; size += 1 + random.nextInt(9)) {
            byte[] message = new byte[size];
            random.nextBytes(message);
            int lineLength = 8 + random.nextInt(250);

            byte[] ours = new ConsoleEncoder(lineLength).encode(message);

            assertThat(ours).as(size + " bytes").isEqualTo(library.frame(message, lineLength));
            assertThat(library.unframe(ours)).isEqualTo(message);
        }
    }
}
