package io.github.camelsmp.protocol.group;

import static io.github.camelsmp.protocol.group.Command.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.camelsmp.protocol.Cbor;
import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.IndefiniteCbor;
import io.github.camelsmp.protocol.SmpError;
import io.github.camelsmp.protocol.SmpHeader;
import io.github.camelsmp.protocol.SmpMessage;
import io.github.camelsmp.protocol.SmpOp;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.SmpVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All commands, each against everything an answer can be. A test here is a column of the table. */
class CommandTableTest {

    static Stream<Command<?>> commands() {
        return Commands.all();
    }

    @Test
    void noCommandIsMissingFromTheTable() {
        Set<String> known = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(OsGroup.class.getPackageName())
                        .stream()
                        .filter(type -> type.isAssignableTo(SmpRequest.class) && !type.isInterface())
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getName)
                        .collect(Collectors.toCollection(TreeSet::new));

        Set<String> listed = commands()
                .map(command -> command.request().getClass().getName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed).containsAll(known);
        assertThat(known).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void requestsOfBothVersionsDifferInTheVersionOnly(Command<?> command) {
        SmpMessage v1 = SmpMessage.decode(SmpMessage.encode(command.request(), SmpVersion.V1, 200));
        SmpMessage v2 = SmpMessage.decode(SmpMessage.encode(command.request(), SmpVersion.V2, 200));

        assertThat(wire(v1)).isEqualTo(command.wire());
        assertThat(wire(v2)).isEqualTo(command.wire());
        assertThat(v1.header().version()).isEqualTo(SmpVersion.V1);
        assertThat(v2.header().version()).isEqualTo(SmpVersion.V2);
        assertThat(v1.payload()).isEqualTo(command.sent()).isEqualTo(v2.payload());
    }

    private static String wire(SmpMessage message) {
        SmpHeader header = message.header();
        return (header.op() == SmpOp.READ ? "R " : "W ") + header.group() + "/" + header.command();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandKnowsWhetherItMayBeRepeatedAndHowLongItTakes(Command<?> command) {
        assertThat(command.request().repeatable()).isEqualTo(command.repeatable());
        assertThat(command.request().patience()).isEqualTo(command.patience());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void answersWithDefiniteLengthsAreRead(Command<?> command) {
        CborMap answer = overTheWire(Cbor.encode(command.answer()));

        assertThat(command.request().errorIn(answer)).isEmpty();
        assertThat(command.factsIn(answer)).isEqualTo(command.full());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void answersWithIndefiniteLengthsAreRead(Command<?> command) {
        CborMap answer = overTheWire(IndefiniteCbor.encode(command.answer()));

        assertThat(command.request().errorIn(answer)).isEmpty();
        assertThat(command.factsIn(answer)).isEqualTo(command.full());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void answersOfBothVersionsAreReadAlike(Command<?> command) {
        for (SmpVersion version : SmpVersion.values()) {
            SmpHeader request = new SmpHeader(
                    version,
                    command.request().op(),
                    0,
                    0,
                    command.request().group(),
                    7,
                    command.request().command());
            SmpMessage answer = SmpMessage.decode(SmpMessage.encodeResponse(request, command.answer()));
            assertThat(answer.header().answers(request)).isTrue();
            assertThat(command.factsIn(answer.payload())).isEqualTo(command.full());
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void answersWithoutOptionalKeysAreRead(Command<?> command) {
        CborMap answer = overTheWire(IndefiniteCbor.encode(command.least()));

        assertThat(command.request().errorIn(answer)).isEmpty();
        assertThat(command.factsIn(answer)).isEqualTo(command.bare());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void unknownKeysAreKeptAtEveryLevel(Command<?> command) {
        CborMap answer = overTheWire(Cbor.encode(withUnknownKeys(command.answer())));

        Object response = command.request().readResponse(answer);

        assertThat(command.factsIn(answer)).isEqualTo(command.full());
        assertThat(rawOf(response)).isEqualTo(answer);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void anRcOfZeroIsASuccess(Command<?> command) {
        CborMap answer = overTheWire(IndefiniteCbor.encode(with(command.least(), "rc", 0)));

        assertThat(command.request().errorIn(answer)).isEmpty();
        assertThat(command.factsIn(answer)).isEqualTo(command.bare());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void anErrOfZeroIsASuccess(Command<?> command) {
        CborMap answer =
                with(command.least(), "err", map("group", command.request().group(), "rc", 0));

        assertThat(command.request().errorIn(answer)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void anRcIsAnErrorOfTheCommonTable(Command<?> command) {
        CborMap answer = overTheWire(IndefiniteCbor.encode(map("rc", 8, "rsn", "not there")));

        assertThat(command.request().errorIn(answer)).hasValue(new SmpError(SmpError.NO_GROUP, 8, "not there"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void anErrIsAnErrorOfAGroup(Command<?> command) {
        int group = command.request().group();
        CborMap answer =
                overTheWire(IndefiniteCbor.encode(with(command.answer(), "err", map("group", group, "rc", 2))));

        assertThat(command.request().errorIn(answer)).hasValue(new SmpError(group, 2, ""));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void anErrOfAnotherGroupIsTakenAsItIs(Command<?> command) {
        assertThat(command.request().errorIn(map("err", map("group", 3, "rc", 6))))
                .hasValue(new SmpError(3, 6, ""));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aMapNamedRetIsAnErrorOfAGroup(Command<?> command) {
        assertThat(command.request().errorIn(map("ret", map("group", 1, "rc", 9))))
                .hasValue(new SmpError(1, 9, ""));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aKeyThatMustBeThereIsMissedByName(Command<?> command) {
        for (String key : command.least().asMap().keySet()) {
            Map<String, Object> rest = new HashMap<>(command.least().asMap());
            rest.remove(key);
            CborMap answer = CborMap.of(rest);
            if (isOptional(command, key)) {
                assertThat(command.request().readResponse(answer)).isNotNull();
            } else {
                assertThatThrownBy(() -> command.request().readResponse(answer))
                        .isInstanceOf(SmpProtocolException.class)
                        .hasMessageContaining("'" + key + "'");
            }
        }
    }

    /** Keys that stand in a shortest answer although it could do without. */
    private static boolean isOptional(Command<?> command, String key) {
        return Set.of("mode", "active", "mpools", "rc").contains(key)
                || command.toString().equals("R 11/2 Status");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aValueOfTheWrongTypeIsRefusedByKey(Command<?> command) {
        for (String key : command.answer().asMap().keySet()) {
            CborMap answer = with(command.answer(), key, 1.5);
            if (!isIgnored(command, key)) {
                assertThatThrownBy(() -> command.factsIn(answer))
                        .isInstanceOf(SmpProtocolException.class)
                        .hasMessageContaining("'" + key + "'");
            }
        }
    }

    /** Nobody reads them, or they are told apart from their neighbours by their type. */
    private static boolean isIgnored(Command<?> command, String key) {
        return Set.of("splitStatus", "heap", "mpools", "output").contains(key)
                && !command.toString().startsWith("R 0/7");
    }

    private static CborMap overTheWire(byte[] payload) {
        return Cbor.decode(payload, 0, payload.length);
    }

    private static CborMap with(CborMap map, String key, Object value) {
        return CborMap.builder(map).put(key, value).build();
    }

    private static CborMap withUnknownKeys(CborMap map) {
        CborMap.Builder builder = CborMap.builder(map);
        map.asMap().forEach((key, value) -> {
            if (value instanceof List<?> list) {
                builder.put(
                        key,
                        list.stream().map(CommandTableTest::unknownKeysInside).toList());
            }
        });
        return builder.put("zz unknown", List.of(map("deep", true))).build();
    }

    @SuppressWarnings("unchecked")
    private static Object unknownKeysInside(Object element) {
        return element instanceof Map<?, ?> entry
                ? with(CborMap.of((Map<String, Object>) entry), "zz unknown", "inside")
                : element;
    }

    private static CborMap rawOf(Object response) {
        try {
            return (CborMap) response.getClass().getMethod("raw").invoke(response);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("every response keeps its answer as raw", e);
        }
    }
}
