package io.github.camelsmp.client;

import io.github.camelsmp.client.call.EnumerationCalls;
import io.github.camelsmp.client.call.FileCalls;
import io.github.camelsmp.client.call.ImageCalls;
import io.github.camelsmp.client.call.IntercreateCalls;
import io.github.camelsmp.client.call.LogCalls;
import io.github.camelsmp.client.call.MemfaultCalls;
import io.github.camelsmp.client.call.OsCalls;
import io.github.camelsmp.client.call.SettingsCalls;
import io.github.camelsmp.client.call.ShellCalls;
import io.github.camelsmp.client.call.StatisticsCalls;
import io.github.camelsmp.client.call.SuitCalls;
import io.github.camelsmp.client.call.TransportCalls;
import io.github.camelsmp.client.call.ZephyrBasicCalls;
import io.github.camelsmp.client.routine.DeviceInfo;
import io.github.camelsmp.client.routine.DeviceInventory;
import io.github.camelsmp.client.routine.FirmwareImage;
import io.github.camelsmp.client.routine.FirmwareUpgrade;
import io.github.camelsmp.client.routine.ImageUpload;
import io.github.camelsmp.client.routine.ImageUploadOptions;
import io.github.camelsmp.client.routine.ProgressListener;
import io.github.camelsmp.client.routine.UpgradeListener;
import io.github.camelsmp.client.routine.UpgradeOptions;
import io.github.camelsmp.client.routine.UpgradeResult;
import io.github.camelsmp.client.routine.UploadResult;
import io.github.camelsmp.protocol.SmpRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * One device, for Java programs. Nothing blocks: every call returns a future, and cancelling it ends what it stands for.
 *
 * <pre>{@code
 * byte[] file = Files.readAllBytes(Path.of("zephyr.signed.bin"));
 * try (SmpClient client = SmpClient.of("udp:192.0.2.7")) {
 *     System.out.println(client.os().echo("hello").join());
 *     System.out.println(client.upgrade(FirmwareImage.of(file)).join().outcome());
 * }
 * }</pre>
 *
 * <p>The line opens with the first call and is opened again when it breaks.
 */
public final class SmpClient implements AutoCloseable {

    private final SmpConnection connection;
    private final Optional<SmpResources> ownResources;

    private SmpClient(SmpConnection connection, Optional<SmpResources> ownResources) {
        this.connection = connection;
        this.ownResources = ownResources;
    }

    /**
     * A device, with options as protocol.md 15 recommends them.
     *
     * @param address e.g. {@code udp:192.0.2.7} or {@code serial:/dev/ttyACM0}
     * @throws IllegalArgumentException saying what is wrong with the address, or which artifact its transport is in
     */
    public static SmpClient of(String address) {
        return of(address, SmpClientOptions.DEFAULT);
    }

    /** As {@link #of(String)}, with options. */
    public static SmpClient of(String address, SmpClientOptions options) {
        SmpResources resources = SmpResources.create();
        try {
            return new SmpClient(resources.connection(SmpAddress.parse(address), options), Optional.of(resources));
        } catch (IllegalArgumentException e) {
            resources.close();
            throw e;
        }
    }

    /** As {@link #of(String)}, on threads that many devices share and that outlive this client. */
    public static SmpClient of(String address, SmpClientOptions options, SmpResources resources) {
        return new SmpClient(resources.connection(SmpAddress.parse(address), options), Optional.empty());
    }

    /**
     * A device that answers.
     *
     * @return failed with a {@link io.github.camelsmp.protocol.SmpTransportException} or a
     *     {@link io.github.camelsmp.protocol.SmpTimeoutException} if it does not
     * @throws IllegalArgumentException as {@link #of(String)} does
     */
    public static CompletableFuture<SmpClient> connect(String address) {
        SmpClient client = of(address);
        return client.connection.connect().handle((connected, failure) -> {
            if (failure == null) {
                return client;
            }
            client.close();
            throw failure instanceof RuntimeException known ? known : new CompletionException(failure);
        });
    }

    /** Group 0: echo, reset, time, parameters, what runs. */
    public OsCalls os() {
        return new OsCalls(connection);
    }

    /** Group 1: the images in the slots. For uploads see {@link #upload}, for whole upgrades {@link #upgrade}. */
    public ImageCalls images() {
        return new ImageCalls(connection);
    }

    /** Group 2: statistics. */
    public StatisticsCalls statistics() {
        return new StatisticsCalls(connection);
    }

    /** Group 3: settings. */
    public SettingsCalls settings() {
        return new SettingsCalls(connection);
    }

    /** Group 4: the logs of Mynewt devices. */
    public LogCalls logs() {
        return new LogCalls(connection);
    }

    /** Group 8: files. */
    public FileCalls files() {
        return new FileCalls(connection);
    }

    /** Group 9: the shell. */
    public ShellCalls shell() {
        return new ShellCalls(connection);
    }

    /** Group 10: which groups there are. */
    public EnumerationCalls groups() {
        return new EnumerationCalls(connection);
    }

    /** Group 11: bridges to other transports. */
    public TransportCalls transports() {
        return new TransportCalls(connection);
    }

    /** Group 63: the storage partition. */
    public ZephyrBasicCalls basic() {
        return new ZephyrBasicCalls(connection);
    }

    /** Group 64 as Intercreate uses it. */
    public IntercreateCalls intercreate() {
        return new IntercreateCalls(connection);
    }

    /** Group 66: SUIT manifests. */
    public SuitCalls suit() {
        return new SuitCalls(connection);
    }

    /** Group 128: Memfault. */
    public MemfaultCalls memfault() {
        return new MemfaultCalls(connection);
    }

    /** Everything the device tells of itself. */
    public CompletableFuture<DeviceInfo> deviceInfo() {
        return new DeviceInventory(connection).start();
    }

    /** Sends any request, such as one of a group of your own. */
    public <R> CompletableFuture<R> send(SmpRequest<R> request) {
        return connection.send(request);
    }

    /** Brings an image into its slot. A cancelled upload goes on where it stopped when it is started again. */
    public CompletableFuture<UploadResult> upload(FirmwareImage firmware) {
        return upload(firmware, ImageUploadOptions.DEFAULT, (offset, length) -> {});
    }

    /** As {@link #upload(FirmwareImage)}, with options and news of its progress. */
    public CompletableFuture<UploadResult> upload(
            FirmwareImage firmware, ImageUploadOptions options, ProgressListener listener) {
        return new ImageUpload(connection, firmware, options, listener).start();
    }

    /** Upgrades a device with one image: upload, test, reset, verify, confirm. */
    public CompletableFuture<UpgradeResult> upgrade(FirmwareImage firmware) {
        return upgrade(List.of(firmware), UpgradeOptions.DEFAULT, UpgradeListener.NONE);
    }

    /**
     * Upgrades a device.
     *
     * @param firmware one for each image number to be upgraded
     */
    public CompletableFuture<UpgradeResult> upgrade(
            List<FirmwareImage> firmware, UpgradeOptions options, UpgradeListener listener) {
        return new FirmwareUpgrade(connection, firmware, options, listener).start();
    }

    /** The conversation with the device, for its events, its state and routines of your own. */
    public SmpConnection connection() {
        return connection;
    }

    /** Closes the line and fails what is outstanding. */
    @Override
    public void close() {
        connection.close();
        ownResources.ifPresent(SmpResources::close);
    }
}
