package io.github.camelsmp.component;

import org.apache.camel.spi.Metadata;

/** Names of the headers a producer reads and writes and a consumer sets. None of them goes onto the wire. */
public final class SmpConstants {

    /** What to do, for a producer without the option operation. */
    @Metadata(label = "producer", javaType = "io.github.camelsmp.component.SmpOperation")
    public static final String OPERATION = "CamelSmpOperation";

    /**
     * Device as transport and address after smp:, e.g. serial:/dev/ttyACM0. A producer talks to it instead of that of
     * its endpoint in this exchange, with the options of the endpoint. A consumer that discovers devices sets it to the
     * device that came or went.
     */
    @Metadata(javaType = "String")
    public static final String ADDRESS = "CamelSmpAddress";

    /** Group id for the operation request. */
    @Metadata(label = "producer", javaType = "Integer")
    public static final String GROUP = "CamelSmpGroup";

    /** Command id within the group for the operation request. */
    @Metadata(label = "producer", javaType = "Integer")
    public static final String COMMAND = "CamelSmpCommand";

    /** Whether the operation request writes. */
    @Metadata(label = "producer", javaType = "Boolean")
    public static final String WRITE = "CamelSmpWrite";

    /** Number of the image. */
    @Metadata(label = "producer", javaType = "Integer")
    public static final String IMAGE = "CamelSmpImage";

    /** Slot to erase, counted over all images. */
    @Metadata(label = "producer", javaType = "Integer")
    public static final String SLOT = "CamelSmpSlot";

    /** Hash of an image, in hexadecimal digits or as bytes. */
    @Metadata(label = "producer", javaType = "String or byte[]")
    public static final String HASH = "CamelSmpHash";

    /** Name of the setting or of the statistics group. */
    @Metadata(label = "producer", javaType = "String")
    public static final String NAME = "CamelSmpName";

    /** Path of a file on the device. */
    @Metadata(label = "producer", javaType = "String")
    public static final String PATH = "CamelSmpPath";

    /** Letters of the fields applicationInfo asks for. */
    @Metadata(label = "producer", javaType = "String")
    public static final String FORMAT = "CamelSmpFormat";

    /** What bootloaderInfo asks. */
    @Metadata(label = "producer", javaType = "String")
    public static final String QUERY = "CamelSmpQuery";

    /** Whether reset skips an application that refuses to be reset. */
    @Metadata(label = "producer", javaType = "Boolean")
    public static final String FORCE = "CamelSmpForce";

    /** What reset boots into. */
    @Metadata(label = "producer", javaType = "Integer")
    public static final String BOOT_MODE = "CamelSmpBootMode";

    /** Which hash fileHash asks for. */
    @Metadata(label = "producer", javaType = "String")
    public static final String HASH_TYPE = "CamelSmpHashType";

    /** First byte of the file that fileHash covers. */
    @Metadata(label = "producer", javaType = "Long")
    public static final String OFFSET = "CamelSmpOffset";

    /** Number of bytes of the file that fileHash covers. */
    @Metadata(label = "producer", javaType = "Long")
    public static final String LENGTH = "CamelSmpLength";

    /**
     * How long each transmission of a single request waits for its answer, as a duration (2.5s, 2500) of this exchange.
     */
    @Metadata(label = "producer", javaType = "Duration")
    public static final String TIMEOUT = "CamelSmpTimeout";

    /** What a shell command returned; negative values are errno numbers of the device. */
    @Metadata(label = "producer", javaType = "Integer")
    public static final String RETURN_CODE = "CamelSmpReturnCode";

    /** Name of the event: connected, disconnected, console, progress, stage, message, discovered or lost. */
    @Metadata(label = "consumer", javaType = "String")
    public static final String EVENT = "CamelSmpEvent";

    /** When the event happened, in milliseconds since 1970. */
    @Metadata(label = "consumer", javaType = "Long")
    public static final String TIMESTAMP = "CamelSmpTimestamp";

    /**
     * How many lines of console text were dropped before this event because the route is slower than the device; absent
     * if none.
     */
    @Metadata(label = "consumer", javaType = "Long")
    public static final String DROPPED = "CamelSmpDropped";

    /** Level of a console line that is a line of Zephyr's log: err, wrn, inf or dbg. */
    @Metadata(label = "consumer", javaType = "String")
    public static final String LOG_LEVEL = "CamelSmpLogLevel";

    /** Module that wrote a console line that is a line of Zephyr's log; absent in its minimal form. */
    @Metadata(label = "consumer", javaType = "String")
    public static final String LOG_MODULE = "CamelSmpLogModule";

    /** What a console line that is a line of Zephyr's log says after time, level and module, without colours. */
    @Metadata(label = "consumer", javaType = "String")
    public static final String LOG_TEXT = "CamelSmpLogText";

    /**
     * Time since boot of a console line that is a line of Zephyr's log, in milliseconds; absent where the device writes
     * no time or one of another form.
     */
    @Metadata(label = "consumer", javaType = "Long")
    public static final String LOG_UPTIME = "CamelSmpLogUptime";

    private SmpConstants() {}
}
