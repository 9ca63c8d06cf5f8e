package io.github.camelsmp.component;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpResponse;
import io.github.camelsmp.protocol.group.EnumerationGroup;
import io.github.camelsmp.protocol.group.FileSystemGroup;
import io.github.camelsmp.protocol.group.ImageGroup;
import io.github.camelsmp.protocol.group.OsGroup;
import io.github.camelsmp.protocol.group.StatisticsGroup;
import java.util.List;
import java.util.Map;
import org.apache.camel.Converter;

/**
 * Between the plain values a route sees and the typed records of the client library, for {@code convertBodyTo}. What a
 * route sees and the record hold the same: every record keeps the whole answer.
 */
@Converter(generateLoader = true)
public final class SmpConverters {

    private SmpConverters() {}

    /** @throws IllegalArgumentException naming the key whose value no CBOR type stands for */
    @Converter
    public static CborMap toCborMap(Map<String, ?> map) {
        return CborMap.of(map);
    }

    /** Keys and plain values, in the order they came. */
    @Converter
    public static Map<String, Object> toMap(CborMap map) {
        return map.asMap();
    }

    /** The answer to a request of the client library, with the names of the wire. */
    @Converter
    public static Map<String, Object> toMap(SmpResponse response) {
        return response.raw().asMap();
    }

    /** The result of {@code parameters}. */
    @Converter
    public static OsGroup.ParametersResponse toParameters(Map<String, ?> map) {
        return OsGroup.ParametersResponse.from(CborMap.of(map));
    }

    /** The result of {@code bootloaderInfo}. */
    @Converter
    public static OsGroup.BootloaderInfoResponse toBootloaderInfo(Map<String, ?> map) {
        return OsGroup.BootloaderInfoResponse.from(CborMap.of(map));
    }

    /** The result of {@code taskStatistics}. */
    @Converter
    public static OsGroup.TaskStatisticsResponse toTaskStatistics(Map<String, ?> map) {
        return OsGroup.TaskStatisticsResponse.from(CborMap.of(map));
    }

    /** The result of {@code memoryPools}. */
    @Converter
    public static OsGroup.MemoryPoolsResponse toMemoryPools(Map<String, ?> map) {
        return OsGroup.MemoryPoolsResponse.from(CborMap.of(map));
    }

    /** The result of {@code imageList}, {@code imageTest} and {@code imageConfirm}. */
    @Converter
    public static ImageGroup.StateResponse toImageStates(List<?> images) {
        return ImageGroup.StateResponse.from(CborMap.of(Map.of("images", images)));
    }

    /** The result of {@code slotInfo}. */
    @Converter
    public static ImageGroup.SlotInfoResponse toSlotInfo(List<?> images) {
        return ImageGroup.SlotInfoResponse.from(CborMap.of(Map.of("images", images)));
    }

    /** The result of {@code statisticsRead}. */
    @Converter
    public static StatisticsGroup.ShowResponse toStatistics(Map<String, ?> map) {
        return StatisticsGroup.ShowResponse.from(CborMap.of(map));
    }

    /** The result of {@code statisticsList}. */
    @Converter
    public static StatisticsGroup.ListGroupsResponse toStatisticsList(List<?> names) {
        return StatisticsGroup.ListGroupsResponse.from(CborMap.of(Map.of("stat_list", names)));
    }

    /** The result of {@code fileStatus}. */
    @Converter
    public static FileSystemGroup.StatusResponse toFileStatus(Map<String, ?> map) {
        return FileSystemGroup.StatusResponse.from(CborMap.of(map));
    }

    /** The result of {@code fileHash}. */
    @Converter
    public static FileSystemGroup.HashResponse toFileHash(Map<String, ?> map) {
        return FileSystemGroup.HashResponse.from(CborMap.of(map));
    }

    /** The result of {@code fileHashTypes}. */
    @Converter
    public static FileSystemGroup.HashTypesResponse toFileHashTypes(Map<String, ?> map) {
        return FileSystemGroup.HashTypesResponse.from(CborMap.of(map));
    }

    /** The result of {@code groupList}. */
    @Converter
    public static EnumerationGroup.ListGroupsResponse toGroupList(List<?> ids) {
        return EnumerationGroup.ListGroupsResponse.from(CborMap.of(Map.of("groups", ids)));
    }

    /** The result of {@code groupDetails}. */
    @Converter
    public static EnumerationGroup.DetailsResponse toGroupDetails(List<?> groups) {
        return EnumerationGroup.DetailsResponse.from(CborMap.of(Map.of("groups", groups)));
    }
}
