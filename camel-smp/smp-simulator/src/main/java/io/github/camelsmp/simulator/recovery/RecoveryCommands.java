package io.github.camelsmp.simulator.recovery;

import io.github.camelsmp.simulator.boot.Bootloader;
import io.github.camelsmp.simulator.flash.Flash;
import io.github.camelsmp.simulator.group.BasicCommands;
import io.github.camelsmp.simulator.group.DeviceControl;
import io.github.camelsmp.simulator.group.SimulatedSettings;
import io.github.camelsmp.simulator.server.Answer;
import io.github.camelsmp.simulator.server.RecoveryServer;
import io.github.camelsmp.simulator.server.Refusal;
import io.github.camelsmp.simulator.server.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Which requests the recovery knows (protocol.md 16.1). It mostly ignores whether they read or write. */
public final class RecoveryCommands implements RecoveryServer.Commands {

    private static final int OS = 0;
    private static final int IMAGE = 1;
    private static final int BASIC = 63;
    private static final int READ = 0;
    private static final int LONGEST_ECHO = 128;

    private final RecoveryOptions options;
    private final DeviceControl control;
    private final RecoveryImages images;
    private final RecoveryUpload upload;
    private final BasicCommands basic;

    /** Commands on the slots of this bootloader, and on these settings in this flash. */
    public RecoveryCommands(
            RecoveryOptions options,
            Bootloader bootloader,
            DeviceControl control,
            SimulatedSettings settings,
            Flash flash) {
        this.options = options;
        this.control = control;
        this.images = new RecoveryImages(bootloader, options);
        this.upload = new RecoveryUpload(bootloader, options);
        this.basic = new BasicCommands(settings, flash);
    }

    @Override
    public List<Answer> handle(Request request) {
        return switch (request.header().group()) {
            case OS -> List.of(os(request));
            case IMAGE -> image(request);
            default -> other(request);
        };
    }

    private Answer os(Request request) {
        return switch (request.header().command()) {
            case 0 -> echo(request);
            case 1 -> Answer.with("rc", 0);
            case 5 -> {
                control.reset(0);
                yield Answer.with("rc", 0);
            }
            case 6 -> parameters();
            default -> throw unsupported();
        };
    }

    private static Refusal unsupported() {
        return Refusal.rc(Refusal.ENOTSUP);
    }

    private Answer echo(Request request) {
        if (!options.has(RecoveryFeature.ECHO)) {
            throw unsupported();
        }
        String text = request.text("d").orElseThrow(() -> Refusal.rc(Refusal.EINVAL));
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_ECHO) {
            throw Refusal.rc(Refusal.ENOMEM);
        }
        return Answer.with("r", text);
    }

    private Answer parameters() {
        if (!options.has(RecoveryFeature.PARAMETERS)) {
            throw unsupported();
        }
        return Answer.with("buf_size", options.receiveSize()).and("buf_count", 1);
    }

    private List<Answer> image(Request request) {
        boolean read = request.header().op() == READ;
        return switch (request.header().command()) {
            case 0 -> List.of(read ? images.list() : setState(request));
            case 1 -> List.of(upload.chunk(request));
            case 6 -> slotInfo(read);
            default -> throw unsupported();
        };
    }

    private Answer setState(Request request) {
        if (!options.has(RecoveryFeature.IMAGE_STATE)) {
            throw unsupported();
        }
        return images.setState(request);
    }

    /** Written instead of read, it answers twice: an error of the servers. */
    private List<Answer> slotInfo(boolean read) {
        if (!options.has(RecoveryFeature.SLOT_INFO)) {
            throw unsupported();
        }
        return read ? List.of(images.slotInfo()) : List.of(Answer.with("rc", Refusal.ENOTSUP), images.slotInfo());
    }

    private List<Answer> other(Request request) {
        if (options.has(RecoveryFeature.STORAGE_ERASE)
                && request.header().group() == BASIC
                && request.header().command() == 0) {
            basic.eraseStorage();
            return List.of(Answer.with("rc", 0));
        }
        if (options.has(RecoveryFeature.SILENT_GROUPS)) {
            return List.of();
        }
        throw unsupported();
    }
}
