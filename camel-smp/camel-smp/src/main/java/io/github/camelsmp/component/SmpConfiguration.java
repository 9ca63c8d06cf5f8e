package io.github.camelsmp.component;

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * Every option of an endpoint. Set on the component they hold for all its endpoints, set on an endpoint for that one.
 * What they mean and may be is in their descriptions, which are also what tools show.
 */
@UriParams
public class SmpConfiguration extends SmpPollConfiguration implements Cloneable {

    @UriParam
    private SmpOperation operation;

    @UriParam(label = "producer")
    private Integer image;

    @UriParam(label = "producer")
    private Integer slot;

    @UriParam(label = "producer")
    private String hash;

    @UriParam
    private String name;

    @UriParam
    private String path;

    @UriParam
    private String format;

    @UriParam
    private String query;

    @UriParam(label = "producer", defaultValue = "false")
    private boolean force;

    @UriParam(label = "producer", defaultValue = "0")
    private int bootMode;

    @UriParam
    private String hashType;

    @UriParam
    private Long offset;

    @UriParam
    private Long length;

    @UriParam
    private Integer group;

    @UriParam
    private Integer command;

    @UriParam(label = "producer", defaultValue = "false")
    private boolean write;

    @UriParam(
            label = "producer,upgrade",
            defaultValue = "testAndConfirm",
            enums = "testAndConfirm,testOnly,confirmOnly,uploadOnly,plan")
    private String upgradeMode = "testAndConfirm";

    @UriParam(label = "producer,upgrade", defaultValue = "120000", javaType = "java.time.Duration")
    private long swapTimeout = 120000;

    @UriParam(label = "producer,upgrade", defaultValue = "true")
    private boolean skipInstalled = true;

    @UriParam(label = "producer,upgrade", defaultValue = "true")
    private boolean inspect = true;

    @UriParam(label = "producer,upgrade,security")
    @Metadata(supportFileReference = true)
    private String trustedKey;

    @UriParam(label = "producer,upgrade", defaultValue = "true")
    private boolean allowDowngrade = true;

    @UriParam(label = "producer,upgrade", defaultValue = "false")
    private boolean eraseStorage;

    @UriParam(label = "consumer")
    private String events;

    @UriParam(label = "consumer", defaultValue = "strip", enums = "strip,keep")
    private String ansi = "strip";

    /** A copy whose options can be changed without changing these. */
    public SmpConfiguration copy() {
        try {
            return (SmpConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public SmpOperation getOperation() {
        return operation;
    }

    /**
     * What the producer does, or what the consumer reads again and again. Without it a consumer tells what happens on
     * the line, and a producer sends a body that is a request object of the client library as it is and otherwise does
     * what the header CamelSmpOperation says.
     */
    public void setOperation(SmpOperation operation) {
        this.operation = operation;
    }

    public Integer getImage() {
        return image;
    }

    /**
     * Number of the image, for imageUpload and firmwareUpgrade; without it an image is for image 0, and all files of a
     * DFU package are taken. Devices with direct upload take that of an imageUpload as a selector of the slot. The
     * header CamelSmpImage wins.
     */
    public void setImage(Integer image) {
        this.image = image;
    }

    public Integer getSlot() {
        return slot;
    }

    /**
     * Slot for imageErase, counted over all images (image x 2 + 0 or 1); without it the device erases the slot an
     * upload would use. For firmwareUpgrade and imageUpload to a device that runs images where they lie, the slot of
     * the image, 0 or 1, that a file was built for, unless it says so itself. The header CamelSmpSlot wins.
     */
    public void setSlot(Integer slot) {
        this.slot = slot;
    }

    public String getHash() {
        return hash;
    }

    /**
     * Hash of an image as imageList shows it, in hexadecimal digits, for imageTest and imageConfirm. imageConfirm
     * without it confirms the running image. The header CamelSmpHash (digits or bytes) wins.
     */
    public void setHash(String hash) {
        this.hash = hash;
    }

    public String getName() {
        return name;
    }

    /**
     * Name of the setting (settingsRead, settingsWrite, settingsDelete, settingsSave) or of the statistics group
     * (statisticsRead). The header CamelSmpName wins.
     */
    public void setName(String name) {
        this.name = name;
    }

    public String getPath() {
        return path;
    }

    /**
     * Absolute path of a file on the device with its mount point, e.g. /lfs1/log.txt, for fileUpload, fileDownload,
     * fileStatus and fileHash. The header CamelSmpPath wins.
     */
    public void setPath(String path) {
        this.path = path;
    }

    public String getFormat() {
        return format;
    }

    /**
     * Which fields applicationInfo asks for: a set of the letters s (kernel), n (node), r (release), v (version), b
     * (build time), m (machine), p (processor), i (board), o (operating system), or a for all. Without it the device
     * tells its kernel name. The header CamelSmpFormat wins.
     */
    public void setFormat(String format) {
        this.format = format;
    }

    public String getQuery() {
        return query;
    }

    /**
     * What bootloaderInfo asks, e.g. mode. Without it the device tells the name of its bootloader. The header
     * CamelSmpQuery wins.
     */
    public void setQuery(String query) {
        this.query = query;
    }

    public boolean isForce() {
        return force;
    }

    /** Whether reset skips an application that refuses to be reset. The header CamelSmpForce wins. */
    public void setForce(boolean force) {
        this.force = force;
    }

    public int getBootMode() {
        return bootMode;
    }

    /**
     * What reset boots into: 0 the application, 1 the recovery mode of the bootloader; other values are defined by the
     * application; up to 255. The header CamelSmpBootMode wins.
     */
    public void setBootMode(int bootMode) {
        this.bootMode = bootMode;
    }

    public String getHashType() {
        return hashType;
    }

    /**
     * Which hash or checksum fileHash asks for, e.g. crc32 or sha256. Without it the device takes its default. The
     * header CamelSmpHashType wins.
     */
    public void setHashType(String hashType) {
        this.hashType = hashType;
    }

    public Long getOffset() {
        return offset;
    }

    /** First byte of the file that fileHash covers. Without it the beginning. The header CamelSmpOffset wins. */
    public void setOffset(Long offset) {
        this.offset = offset;
    }

    public Long getLength() {
        return length;
    }

    /**
     * Number of bytes of the file that fileHash covers, at least 1. Without it everything up to the end. The header
     * CamelSmpLength wins.
     */
    public void setLength(Long length) {
        this.length = length;
    }

    public Integer getGroup() {
        return group;
    }

    /** Group id for the operation request, 0 to 65535; user groups begin at 64. The header CamelSmpGroup wins. */
    public void setGroup(Integer group) {
        this.group = group;
    }

    public Integer getCommand() {
        return command;
    }

    /** Command id within the group for the operation request, 0 to 255. The header CamelSmpCommand wins. */
    public void setCommand(Integer command) {
        this.command = command;
    }

    public boolean isWrite() {
        return write;
    }

    /** Whether the operation request writes; otherwise it reads. The header CamelSmpWrite wins. */
    public void setWrite(boolean write) {
        this.write = write;
    }

    public String getUpgradeMode() {
        return upgradeMode;
    }

    /**
     * How far firmwareUpgrade goes. testAndConfirm: boots the new image once and confirms it when the device answers
     * again. testOnly: boots it once and leaves it to be confirmed, or reverted by the next reset. confirmOnly: makes
     * it permanent without a trial. uploadOnly: uploads it and changes nothing else. plan: says what would be done and
     * why, and changes nothing.
     */
    public void setUpgradeMode(String upgradeMode) {
        this.upgradeMode = upgradeMode;
    }

    public long getSwapTimeout() {
        return swapTimeout;
    }

    /** How long firmwareUpgrade waits from the reset until the device answers again. */
    public void setSwapTimeout(long swapTimeout) {
        this.swapTimeout = swapTimeout;
    }

    public boolean isSkipInstalled() {
        return skipInstalled;
    }

    /**
     * Whether firmwareUpgrade of an image that already runs confirmed succeeds without any traffic beyond the query.
     */
    public void setSkipInstalled(boolean skipInstalled) {
        this.skipInstalled = skipInstalled;
    }

    public boolean isInspect() {
        return inspect;
    }

    /**
     * Whether an image is checked before anything is sent: magic, sizes, recomputed hash, and whether it fits the slot.
     * false uploads containers of other kinds as they are.
     */
    public void setInspect(boolean inspect) {
        this.inspect = inspect;
    }

    public String getTrustedKey() {
        return trustedKey;
    }

    /**
     * Public key as a PEM resource, e.g. file:keys/root.pem or classpath:root.pem; there may be several in one. An
     * image that none of them signed is refused before anything is sent.
     */
    public void setTrustedKey(String trustedKey) {
        this.trustedKey = trustedKey;
    }

    public boolean isAllowDowngrade() {
        return allowDowngrade;
    }

    /** Whether an image may replace one of the same or a newer version; false refuses a version that is not newer. */
    public void setAllowDowngrade(boolean allowDowngrade) {
        this.allowDowngrade = allowDowngrade;
    }

    public boolean isEraseStorage() {
        return eraseStorage;
    }

    /** Whether firmwareUpgrade erases the settings partition of the device before the new image boots. */
    public void setEraseStorage(boolean eraseStorage) {
        this.eraseStorage = eraseStorage;
    }

    public String getEvents() {
        return events;
    }

    /**
     * Which events the consumer takes, separated by commas: connected, disconnected, console, progress, stage, message,
     * and discovered, lost for an asterisk as the address. All of them without this option.
     */
    public void setEvents(String events) {
        this.events = events;
    }

    public String getAnsi() {
        return ansi;
    }

    /** What happens to ANSI colour codes in console lines. */
    public void setAnsi(String ansi) {
        this.ansi = ansi;
    }
}
