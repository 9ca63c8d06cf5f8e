package io.github.camelsmp.simulator.group;

import io.github.camelsmp.simulator.server.Answer;
import io.github.camelsmp.simulator.server.CommandGroup;
import io.github.camelsmp.simulator.server.Refusal;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

/** Groups of vendors (protocol.md 6.64 and 6.128). Add them with the builder's {@code group}. */
public final class VendorGroups {

    private static final int INTERCREATE = 64;
    private static final int INVALID_IMAGE = 1;
    private static final int MEMFAULT = 128;
    private static final int NO_PROJECT_KEY = 2;

    private VendorGroups() {}

    /**
     * The upload of Intercreate, group 64. Only image 0 exists.
     *
     * @param complete takes each file that arrived whole
     */
    public static CommandGroup intercreate(Consumer<byte[]> complete) {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        long[] length = new long[1];
        return CommandGroup.of(INTERCREATE, "intercreate").write(1, request -> {
            long offset = request.unsigned("off").orElseThrow(() -> Refusal.rc(Refusal.EINVAL));
            byte[] data = request.bytes("data").orElseThrow(() -> Refusal.rc(Refusal.EINVAL));
            request.bytes("sha");
            if (request.unsigned("image").orElse(0) != 0) {
                throw Refusal.group(INTERCREATE, INVALID_IMAGE);
            }
            if (offset == 0) {
                length[0] = request.unsigned("len").orElseThrow(() -> Refusal.rc(Refusal.EINVAL));
                received.reset();
            }
            if (offset == received.size()) {
                received.writeBytes(data);
            }
            if (received.size() == length[0]) {
                complete.accept(received.toByteArray());
            }
            return Answer.with("off", received.size());
        });
    }

    /**
     * The information of Memfault, group 128.
     *
     * @param projectKey empty for a device that has none
     */
    public static CommandGroup memfault(
            String serial, String hardware, String softwareType, String version, String projectKey) {
        return CommandGroup.of(MEMFAULT, "memfault")
                .read(0, request -> Answer.with("device_serial", serial)
                        .and("hardware_version", hardware)
                        .and("software_type", softwareType)
                        .and("current_version", version))
                .read(1, request -> answerWith(projectKey));
    }

    private static Answer answerWith(String key) {
        if (key.isEmpty()) {
            throw Refusal.group(MEMFAULT, NO_PROJECT_KEY);
        }
        return Answer.with("project_key", key);
    }
}
