package io.github.camelsmp.protocol.group;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpOp;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.SmpResponse;

/** Group 128, Nordic's Memfault information (protocol.md 6.128). */
public final class MemfaultGroup {

    /** The id of this group. */
    public static final int ID = 128;

    private MemfaultGroup() {}

    private interface ReadRequest<R> extends SmpRequest<R> {
        @Override
        default SmpOp op() {
            return SmpOp.READ;
        }

        @Override
        default int group() {
            return ID;
        }
    }

    /** Asks who the device is in the eyes of Memfault. */
    public record DeviceInfo() implements ReadRequest<DeviceInfoResponse> {
        @Override
        public int command() {
            return 0;
        }

        @Override
        public DeviceInfoResponse readResponse(CborMap payload) {
            return DeviceInfoResponse.from(payload);
        }
    }

    /**
     * Who the device is.
     *
     * @param deviceSerial its serial number
     * @param hardwareVersion its hardware
     * @param softwareType what kind of software it runs
     * @param currentVersion the version of that software
     * @param raw the whole answer
     */
    public record DeviceInfoResponse(
            String deviceSerial, String hardwareVersion, String softwareType, String currentVersion, CborMap raw)
            implements SmpResponse {

        /** @throws SmpProtocolException if one of the four is missing */
        public static DeviceInfoResponse from(CborMap raw) {
            return new DeviceInfoResponse(
                    raw.text("device_serial"),
                    raw.text("hardware_version"),
                    raw.text("software_type"),
                    raw.text("current_version"),
                    raw);
        }
    }

    /** Asks for the key of the Memfault project. */
    public record ProjectKey() implements ReadRequest<ProjectKeyResponse> {
        @Override
        public int command() {
            return 1;
        }

        @Override
        public ProjectKeyResponse readResponse(CborMap payload) {
            return ProjectKeyResponse.from(payload);
        }
    }

    /**
     * The key of the Memfault project.
     *
     * @param projectKey the key
     * @param raw the whole answer
     */
    public record ProjectKeyResponse(String projectKey, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if the key is missing */
        public static ProjectKeyResponse from(CborMap raw) {
            return new ProjectKeyResponse(raw.text("project_key"), raw);
        }
    }
}
