package io.github.camelsmp.component;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelsmp.protocol.group.EnumerationGroup;
import io.github.camelsmp.protocol.group.FileSystemGroup;
import io.github.camelsmp.protocol.group.ImageGroup;
import io.github.camelsmp.protocol.group.OsGroup;
import io.github.camelsmp.protocol.group.StatisticsGroup;
import io.github.camelsmp.simulator.SimulatedDeviceBuilder;
import io.github.camelsmp.simulator.group.MemoryPool;
import io.github.camelsmp.simulator.group.SimulatedFiles;
import io.github.camelsmp.simulator.group.SimulatedStatistics;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;
import org.apache.camel.spi.TransformerKey;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Camel finds every data type by its name and brings what operations return into it. */
class DataTypesTest extends DeviceTestSupport {

    private final ObjectMapper jackson = new ObjectMapper();

    @Override
    SimulatedDeviceBuilder configure(SimulatedDeviceBuilder builder) {
        return builder.os(os -> os.withMemoryPools(new MemoryPool("heap", 16, 100, 40, 12)))
                .statistics(new SimulatedStatistics().set("smp_svr_stats", "ticks", 7))
                .files(new SimulatedFiles().mount("/lfs1").put("/lfs1/a", "grün".getBytes(UTF_8)));
    }

    static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of("parameters", "parameters", OsGroup.ParametersResponse.class),
                Arguments.of("bootloaderInfo", "bootloader-info", OsGroup.BootloaderInfoResponse.class),
                Arguments.of("taskStatistics", "task-statistics", OsGroup.TaskStatisticsResponse.class),
                Arguments.of("memoryPools", "memory-pools", OsGroup.MemoryPoolsResponse.class),
                Arguments.of("imageList", "image-list", ImageGroup.StateResponse.class),
                Arguments.of("slotInfo", "slot-info", ImageGroup.SlotInfoResponse.class),
                Arguments.of("statisticsRead&name=smp_svr_stats", "statistics", StatisticsGroup.ShowResponse.class),
                Arguments.of("statisticsList", "statistics-list", StatisticsGroup.ListGroupsResponse.class),
                Arguments.of("fileStatus&path=/lfs1/a", "file-status", FileSystemGroup.StatusResponse.class),
                Arguments.of("fileHash&path=/lfs1/a", "file-hash", FileSystemGroup.HashResponse.class),
                Arguments.of("fileHashTypes", "file-hash-types", FileSystemGroup.HashTypesResponse.class),
                Arguments.of("groupList", "group-list", EnumerationGroup.ListGroupsResponse.class),
                Arguments.of("groupDetails", "group-details", EnumerationGroup.DetailsResponse.class));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("records")
    void whatAnOperationReturnsBecomesARecord(String operation, String dataType, Class<?> record) throws Exception {
        Object answer = template.requestBody(uri("operation=" + operation), (Object) null);

        Object transformed = transform("smp:" + dataType, answer);

        assertThat(transformed).isInstanceOf(record);
    }

    @Test
    void everyRecordHasADataType() {
        Set<String> tried = new TreeSet<>();
        records().forEach(row -> tried.add("smp:" + row.get()[1]));

        Set<String> declared = new TreeSet<>();
        Arrays.stream(RecordDataTypes.class.getClasses())
                .forEach(type -> declared.add(
                        type.getAnnotation(DataTypeTransformer.class).name()));

        assertThat(tried).isEqualTo(declared);
    }

    @ParameterizedTest
    @ValueSource(strings = {"imageList", "deviceInfo", "fileHash&hashType=sha256&path=/lfs1/a", "taskStatistics"})
    void jsonSaysWhatJacksonSays(String operation) throws Exception {
        Object answer = template.requestBody(uri("operation=" + operation), (Object) null);

        Object text = transform("smp:json", answer);

        assertThat(jackson.readTree((String) text)).isEqualTo(jackson.readTree(jackson.writeValueAsString(answer)));
    }

    @Test
    void jsonOfARecordSaysWhatTheAnswerSaid() throws Exception {
        Object parameters = transform("smp:parameters", Map.of("buf_size", 2475L, "buf_count", 4L));

        String json = (String) transform("smp:json", parameters);

        assertThat(jackson.readTree(json)).isEqualTo(jackson.readTree("{\"buf_size\":2475,\"buf_count\":4}"));
    }

    @Test
    void jsonIsLabelledAsJson() throws Exception {
        Exchange exchange = exchangeOf(List.of("a \"b\" \\ ü"));

        transformer("smp:json").transform(exchange.getMessage(), DataType.ANY, new DataType("smp:json"));

        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("application/json");
        assertThat(jackson.readTree(exchange.getMessage().getBody(String.class))
                        .get(0)
                        .asText())
                .isEqualTo("a \"b\" \\ ü");
    }

    @Test
    void whatHasNoFormInJsonIsNamed() {
        assertThatThrownBy(() -> transform("smp:json", Map.of("when", new Object())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("smp:json has no form for a java.lang.Object");
    }

    @Test
    void aMapComesOutOfJsonAndCanBeSent() throws Exception {
        Object map = transform(
                "smp:map", "{\"d\": \"hello\", \"n\": 7, \"id\": 18446744073709551615, \"list\": [true, null, 1.0]}");

        Object answer = template.requestBody(uri("operation=request&group=0&command=0&write=true"), map);

        assertThat(map)
                .isEqualTo(Map.of(
                        "d",
                        "hello",
                        "n",
                        7L,
                        "id",
                        new BigInteger("18446744073709551615"),
                        "list",
                        Arrays.asList(true, null, 1.0)));
        assertThat(answer).isEqualTo(Map.of("r", "hello"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "7", "hello", "{\"d\":"})
    void textThatIsNoJsonObjectIsRefusedWithTheText(String text) {
        assertThatThrownBy(() -> transform("smp:map", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("smp:map needs a JSON object")
                .hasMessageEndingWith(text);
    }

    private Object transform(String dataType, Object body) throws Exception {
        Exchange exchange = exchangeOf(body);
        transformer(dataType).transform(exchange.getMessage(), DataType.ANY, new DataType(dataType));
        return exchange.getMessage().getBody();
    }

    private Exchange exchangeOf(Object body) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(body);
        return exchange;
    }

    /** Found as routes and Kamelets find it: by name, from the metadata in the jar. */
    private Transformer transformer(String dataType) {
        Transformer found = context.getTransformerRegistry().resolveTransformer(new TransformerKey(dataType));
        assertThat(found).as(dataType).isNotNull();
        return found;
    }
}
