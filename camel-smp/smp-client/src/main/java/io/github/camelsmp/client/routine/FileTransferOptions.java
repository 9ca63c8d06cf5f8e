package io.github.camelsmp.client.routine;

import java.time.Duration;

/**
 * How a file is transferred.
 *
 * @param resume whether an upload goes on behind what the device has of the file, where its hash shows that to be right
 * @param verify whether the device's hash of the whole file is compared, where it has one
 * @param outage how long the line may be broken in the middle before the transfer fails
 */
public record FileTransferOptions(boolean resume, boolean verify, Duration outage) {

    /** Resumes and verifies; a minute to plug the device in again. */
    public static final FileTransferOptions DEFAULT = new FileTransferOptions(true, true, Duration.ofMinutes(1));

    /** The same, with or without going on behind what the device has. */
    public FileTransferOptions withResume(boolean value) {
        return new FileTransferOptions(value, verify, outage);
    }

    /** The same, with or without a look at the hash of the whole file. */
    public FileTransferOptions withVerify(boolean value) {
        return new FileTransferOptions(resume, value, outage);
    }

    /** The same for a line that may be broken for so long. */
    public FileTransferOptions withOutage(Duration value) {
        return new FileTransferOptions(resume, verify, value);
    }
}
