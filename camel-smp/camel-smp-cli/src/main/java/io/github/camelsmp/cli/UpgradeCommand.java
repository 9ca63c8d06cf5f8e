package io.github.camelsmp.cli;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.routine.ImageUploadOptions;
import io.github.camelsmp.client.routine.Results;
import io.github.camelsmp.client.routine.UpgradeMode;
import io.github.camelsmp.client.routine.UpgradeOptions;
import io.github.camelsmp.client.routine.UpgradeResult;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The whole way from one firmware to another. */
@Command(
        name = "upgrade",
        description = "Brings the device to a firmware: upload, test, reset, verify, confirm.",
        footer = "%nDone means that the device itself says that it runs the new image and keeps it.")
final class UpgradeCommand extends DeviceCommand<UpgradeResult> {

    private static final String DEFAULT = " Default: ${DEFAULT-VALUE}.";

    /** How far an upgrade goes; the words of the option {@code upgradeMode}. */
    enum ModeOption {
        testAndConfirm(UpgradeMode.TEST_AND_CONFIRM),
        testOnly(UpgradeMode.TEST_ONLY),
        confirmOnly(UpgradeMode.CONFIRM_ONLY),
        uploadOnly(UpgradeMode.UPLOAD_ONLY),
        plan(UpgradeMode.PLAN);

        private final UpgradeMode mode;

        ModeOption(UpgradeMode mode) {
            this.mode = mode;
        }
    }

    @Parameters(index = "1", paramLabel = "FILE", description = FirmwareOptions.FILE)
    private String file;

    @Mixin
    private FirmwareOptions firmware;

    @Option(
            names = "--upgrade-mode",
            paramLabel = "MODE",
            defaultValue = "testAndConfirm",
            description = "How far to go: ${COMPLETION-CANDIDATES}." + DEFAULT)
    private ModeOption mode;

    @Option(
            names = "--swap-timeout",
            paramLabel = "TIME",
            defaultValue = "2m",
            description = "From the reset until the device answers again." + DEFAULT)
    private Duration swapTimeout;

    @Option(names = "--no-skip-installed", description = "Refuses what runs already, instead of calling it a success.")
    private boolean noSkipInstalled;

    @Option(names = "--no-allow-downgrade", description = "Refuses a version that is not newer.")
    private boolean noAllowDowngrade;

    @Option(names = "--erase-storage", description = "Erases the settings partition on the way.")
    private boolean eraseStorage;

    @Option(names = "--force", description = "The reset overrules an application that refuses it.")
    private boolean force;

    @Override
    CompletableFuture<UpgradeResult> start(SmpClient device) throws IOException {
        return device.upgrade(firmware.images(file), options(), progress());
    }

    private UpgradeOptions options() {
        return UpgradeOptions.DEFAULT
                .withMode(mode.mode)
                .withSwapTimeout(swapTimeout)
                .withSkipInstalled(!noSkipInstalled)
                .withAllowDowngrade(!noAllowDowngrade)
                .withEraseStorage(eraseStorage)
                .withForce(force)
                .withUpload(ImageUploadOptions.DEFAULT.withUpgradeOnly(noAllowDowngrade));
    }

    @Override
    String cancelled() {
        return "cancelled; the device keeps what it has, and the same command goes on from there";
    }

    @Override
    Reply reply(UpgradeResult result) {
        return Reply.of(Results.of(result));
    }
}
