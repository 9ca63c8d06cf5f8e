package io.github.camelsmp.component;

import io.github.camelsmp.protocol.SmpResponse;
import io.github.camelsmp.protocol.group.EnumerationGroup;
import io.github.camelsmp.protocol.group.FileSystemGroup;
import io.github.camelsmp.protocol.group.ImageGroup;
import io.github.camelsmp.protocol.group.OsGroup;
import io.github.camelsmp.protocol.group.StatisticsGroup;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/**
 * The data types that are records of the client library, e.g. {@code smp:image-list}. They take the plain values an
 * operation returns.
 */
public final class RecordDataTypes {

    private RecordDataTypes() {}

    /** Converts the body to one class of record. */
    private abstract static sealed class RecordDataType extends Transformer {

        private final Class<? extends SmpResponse> type;

        private RecordDataType(Class<? extends SmpResponse> type) {
            this.type = type;
        }

        /** @throws InvalidPayloadException if the body is not what the operation of that name returns */
        @Override
        public void transform(Message message, DataType from, DataType to) throws InvalidPayloadException {
            message.setBody(message.getMandatoryBody(type));
        }
    }

    /** Sizes and number of the server's buffers. */
    @DataTypeTransformer(
            name = "smp:parameters",
            description = "Sizes and number of the server's buffers, as OsGroup.ParametersResponse.")
    public static final class Parameters extends RecordDataType {
        /** Made by Camel. */
        public Parameters() {
            super(OsGroup.ParametersResponse.class);
        }
    }

    /** What the bootloader tells of itself. */
    @DataTypeTransformer(
            name = "smp:bootloader-info",
            description = "What the bootloader tells of itself, as OsGroup.BootloaderInfoResponse.")
    public static final class BootloaderInfo extends RecordDataType {
        /** Made by Camel. */
        public BootloaderInfo() {
            super(OsGroup.BootloaderInfoResponse.class);
        }
    }

    /** Threads of the device. */
    @DataTypeTransformer(
            name = "smp:task-statistics",
            description = "Threads of the device, as OsGroup.TaskStatisticsResponse.")
    public static final class TaskStatistics extends RecordDataType {
        /** Made by Camel. */
        public TaskStatistics() {
            super(OsGroup.TaskStatisticsResponse.class);
        }
    }

    /** Memory pools of the device. */
    @DataTypeTransformer(
            name = "smp:memory-pools",
            description = "Memory pools of the device, as OsGroup.MemoryPoolsResponse.")
    public static final class MemoryPools extends RecordDataType {
        /** Made by Camel. */
        public MemoryPools() {
            super(OsGroup.MemoryPoolsResponse.class);
        }
    }

    /** Images in the slots. */
    @DataTypeTransformer(name = "smp:image-list", description = "Images in the slots, as ImageGroup.StateResponse.")
    public static final class ImageList extends RecordDataType {
        /** Made by Camel. */
        public ImageList() {
            super(ImageGroup.StateResponse.class);
        }
    }

    /** Slots and what they hold at most. */
    @DataTypeTransformer(
            name = "smp:slot-info",
            description = "Slots and what they hold at most, as ImageGroup.SlotInfoResponse.")
    public static final class SlotInfo extends RecordDataType {
        /** Made by Camel. */
        public SlotInfo() {
            super(ImageGroup.SlotInfoResponse.class);
        }
    }

    /** Counters of a statistics group. */
    @DataTypeTransformer(
            name = "smp:statistics",
            description = "Counters of a statistics group, as StatisticsGroup.ShowResponse.")
    public static final class Statistics extends RecordDataType {
        /** Made by Camel. */
        public Statistics() {
            super(StatisticsGroup.ShowResponse.class);
        }
    }

    /** Names of the statistics groups. */
    @DataTypeTransformer(
            name = "smp:statistics-list",
            description = "Names of the statistics groups, as StatisticsGroup.ListGroupsResponse.")
    public static final class StatisticsList extends RecordDataType {
        /** Made by Camel. */
        public StatisticsList() {
            super(StatisticsGroup.ListGroupsResponse.class);
        }
    }

    /** Size of a file. */
    @DataTypeTransformer(name = "smp:file-status", description = "Size of a file, as FileSystemGroup.StatusResponse.")
    public static final class FileStatus extends RecordDataType {
        /** Made by Camel. */
        public FileStatus() {
            super(FileSystemGroup.StatusResponse.class);
        }
    }

    /** Hash or checksum of a file. */
    @DataTypeTransformer(
            name = "smp:file-hash",
            description = "Hash or checksum of a file, as FileSystemGroup.HashResponse.")
    public static final class FileHash extends RecordDataType {
        /** Made by Camel. */
        public FileHash() {
            super(FileSystemGroup.HashResponse.class);
        }
    }

    /** Hashes and checksums the device can compute. */
    @DataTypeTransformer(
            name = "smp:file-hash-types",
            description = "Hashes and checksums the device can compute, as FileSystemGroup.HashTypesResponse.")
    public static final class FileHashTypes extends RecordDataType {
        /** Made by Camel. */
        public FileHashTypes() {
            super(FileSystemGroup.HashTypesResponse.class);
        }
    }

    /** Ids of the management groups. */
    @DataTypeTransformer(
            name = "smp:group-list",
            description = "Ids of the management groups, as EnumerationGroup.ListGroupsResponse.")
    public static final class GroupList extends RecordDataType {
        /** Made by Camel. */
        public GroupList() {
            super(EnumerationGroup.ListGroupsResponse.class);
        }
    }

    /** Names and sizes of the management groups. */
    @DataTypeTransformer(
            name = "smp:group-details",
            description = "Names and sizes of the management groups, as EnumerationGroup.DetailsResponse.")
    public static final class GroupDetails extends RecordDataType {
        /** Made by Camel. */
        public GroupDetails() {
            super(EnumerationGroup.DetailsResponse.class);
        }
    }
}
