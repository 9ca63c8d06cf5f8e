package io.github.camelsmp.component;

import org.apache.camel.spi.Metadata;

/** Names of the headers a producer reads and writes and a consumer sets. None of them goes onto the wire. */
public final class SmpConstants {

    @Metadata(
            label = "producer",
            description = "What to do, for a producer without the option operation.",
            javaType = "io.github.camelsmp.component.SmpOperation")
    public static final String OPERATION = "CamelSmpOperation";

    @Metadata(
            description =
                    "Device as transport and address after smp:, e.g. serial:/dev/ttyACM0. A producer talks to it "
                            + "instead of that of its endpoint in this exchange, with the options of the endpoint. A consumer "
                            + "that discovers devices sets it to the device that came or went.",
            javaType = "String")
    public static final String ADDRESS = "CamelSmpAddress";

    @Metadata(label = "producer", description = "Group id for the operation request.", javaType = "Integer")
    public static final String GROUP = "CamelSmpGroup";

    @Metadata(
            label = "producer",
            description = "Command id within the group for the operation request.",
            javaType = "Integer")
    public static final String COMMAND = "CamelSmpCommand";

    @Metadata(label = "producer", description = "Whether the operation request writes.", javaType = "Boolean")
    public static final String WRITE = "CamelSmpWrite";

    @Metadata(label = "producer", description = "Number of the image.", javaType = "Integer")
    public static final String IMAGE = "CamelSmpImage";

    @Metadata(label = "producer", description = "Slot to erase, counted over all images.", javaType = "Integer")
    public static final String SLOT = "CamelSmpSlot";

    @Metadata(
            label = "producer",
            description = "Hash of an image, in hexadecimal digits or as bytes.",
            javaType = "String or byte[]")
    public static final String HASH = "CamelSmpHash";

    @Metadata(label = "producer", description = "Name of the setting or of the statistics group.", javaType = "String")
    public static final String NAME = "CamelSmpName";

    @Metadata(label = "producer", description = "Path of a file on the device.", javaType = "String")
    public static final String PATH = "CamelSmpPath";

    @Metadata(label = "producer", description = "Letters of the fields applicationInfo asks for.", javaType = "String")
    public static final String FORMAT = "CamelSmpFormat";

    @Metadata(label = "producer", description = "What bootloaderInfo asks.", javaType = "String")
    public static final String QUERY = "CamelSmpQuery";

    @Metadata(
            label = "producer",
            description = "Whether reset skips an application that refuses to be reset.",
            javaType = "Boolean")
    public static final String FORCE = "CamelSmpForce";

    @Metadata(label = "producer", description = "What reset boots into.", javaType = "Integer")
    public static final String BOOT_MODE = "CamelSmpBootMode";

    @Metadata(label = "producer", description = "Which hash fileHash asks for.", javaType = "String")
    public static final String HASH_TYPE = "CamelSmpHashType";

    @Metadata(label = "producer", description = "First byte of the file that fileHash covers.", javaType = "Long")
    public static final String OFFSET = "CamelSmpOffset";

    @Metadata(label = "producer", description = "Number of bytes of the file that fileHash covers.", javaType = "Long")
    public static final String LENGTH = "CamelSmpLength";

    @Metadata(
            label = "producer",
            description = "How long each transmission of a single request waits for its answer, as a duration (2.5s, "
                    + "2500) of this exchange.",
            javaType = "Duration")
    public static final String TIMEOUT = "CamelSmpTimeout";

    @Metadata(
            label = "producer",
            description = "What a shell command returned; negative values are errno numbers of the device.",
            javaType = "Integer")
    public static final String RETURN_CODE = "CamelSmpReturnCode";

    @Metadata(
            label = "consumer",
            description =
                    "Name of the event: connected, disconnected, console, progress, stage, message, discovered or lost.",
            javaType = "String")
    public static final String EVENT = "CamelSmpEvent";

    @Metadata(
            label = "consumer",
            description = "When the event happened, in milliseconds since 1970.",
            javaType = "Long")
    public static final String TIMESTAMP = "CamelSmpTimestamp";

    @Metadata(
            label = "consumer",
            description = "How many lines of console text were dropped before this event because the route is slower "
                    + "than the device; absent if none.",
            javaType = "Long")
    public static final String DROPPED = "CamelSmpDropped";

    @Metadata(
            label = "consumer",
            description = "Level of a console line that is a line of Zephyr's log: err, wrn, inf or dbg.",
            javaType = "String")
    public static final String LOG_LEVEL = "CamelSmpLogLevel";

    @Metadata(
            label = "consumer",
            description =
                    "Module that wrote a console line that is a line of Zephyr's log; absent in its minimal form.",
            javaType = "String")
    public static final String LOG_MODULE = "CamelSmpLogModule";

    @Metadata(
            label = "consumer",
            description = "What a console line that is a line of Zephyr's log says after time, level and module, "
                    + "without colours.",
            javaType = "String")
    public static final String LOG_TEXT = "CamelSmpLogText";

    @Metadata(
            label = "consumer",
            description = "Time since boot of a console line that is a line of Zephyr's log, in milliseconds; absent "
                    + "where the device writes no time or one of another form.",
            javaType = "Long")
    public static final String LOG_UPTIME = "CamelSmpLogUptime";

    private SmpConstants() {}
}
