package io.github.camelsmp.component.reference;

import io.github.camelsmp.client.Attempts;
import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.protocol.SmpError;
import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.simulator.SimulatedDevice;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;

/** Which commands a simulated device knows, found out by asking it. */
final class SimulatorAnswers {

    private static final int NOT_SUPPORTED = 8;

    private SimulatorAnswers() {}

    /** The commands that are answered with anything but "not supported". */
    static Set<Wire> of(SimulatedDevice board) {
        Set<Wire> known = new TreeSet<>();
        try (SmpClient client = SmpClient.of(board.address())) {
            for (SmpRequest<?> request : CommandCatalogue.requests()) {
                if (isKnown(request, client)) {
                    known.add(Wire.of(request));
                }
            }
        }
        return known;
    }

    private static boolean isKnown(SmpRequest<?> request, SmpClient client) {
        try {
            client.connection()
                    .send(request, Attempts.once(Duration.ofSeconds(10)))
                    .join();
            return true;
        } catch (CompletionException e) {
            if (e.getCause() instanceof SmpErrorException error) {
                return error.group() != SmpError.NO_GROUP || error.code() != NOT_SUPPORTED;
            }
            throw e;
        }
    }
}
