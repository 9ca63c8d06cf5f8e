package io.github.camelsmp.examples.factoryline;

import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.SmpImageException;
import io.github.camelsmp.protocol.SmpTimeoutException;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.SmpUpgradeException;
import java.util.Optional;

/**
 * Why a board failed, in words for people at the line.
 *
 * @param reason what was seen
 * @param advice what to do with the board
 */
public record Explanation(String reason, String advice) {

    private static final String PUT_BACK =
            "It was pulled out, has no power or does not answer. Put it back in: it goes on "
                    + "where it stopped. If that does not help, try another socket, then rework.";

    /** Explains a failure. Whatever happens at a line is explained; the unknown is passed on to an engineer. */
    static Explanation of(Throwable failure) {
        if (failure instanceof TestFailedException test) {
            return new Explanation(test.getMessage(), test.advice());
        }
        return new Explanation(withoutAddress(failure), advice(failure));
    }

    private static String advice(Throwable failure) {
        if (find(failure, SmpTransportException.class).isPresent()
                || find(failure, SmpTimeoutException.class).isPresent()) {
            return PUT_BACK;
        }
        if (find(failure, SmpImageException.class).isPresent()) {
            return "The firmware file of the work order is wrong. Stop the line and ask for a new one.";
        }
        if (find(failure, SmpErrorException.class).isPresent()) {
            return "Rework. The board refused what it was asked; the reason says what.";
        }
        if (failure instanceof SmpUpgradeException upgrade) {
            return "Rework. The board boots next: " + upgrade.bootsNext() + ".";
        }
        return "Set the board aside and show the reason to an engineer.";
    }

    /** The card says which socket it is. */
    private static String withoutAddress(Throwable failure) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return message.replaceAll("(?:serial|udp):[^\\s:]+(?::\\d+)?: ", "");
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return Optional.of(kind.cast(cause));
            }
        }
        return Optional.empty();
    }
}
