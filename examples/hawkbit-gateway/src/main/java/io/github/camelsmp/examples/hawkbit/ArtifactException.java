package io.github.camelsmp.examples.hawkbit;

/** A file is not what hawkBit says it is. Nothing of it was sent to a device. */
public final class ArtifactException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ArtifactException(String message) {
        super(message);
    }
}
