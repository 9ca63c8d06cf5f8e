package io.github.camelsmp.component;

import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.client.discovery.FoundDevice;
import io.github.camelsmp.client.discovery.ProbeResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Asks a found device for its MCUmgr parameters. A device that someone in the context has a connection to is asked over
 * that one, so that no port is opened twice. The connection to a device that answers stays open for a moment: whoever
 * works on it next need not open it again, which resets some boards.
 */
final class DeviceProbe {

    private final SmpEndpoint endpoint;

    DeviceProbe(SmpEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** @return the device with the result, never failed */
    CompletableFuture<FoundDevice> ask(FoundDevice device) {
        SharedConnection line;
        try {
            line = claim(device);
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(device.withProbe(ProbeResult.unanswered(e.getMessage())));
        }
        return line.connection().connect().handle((connected, failure) -> {
            endpoint.connections().releaseAfter(line, failure == null ? idleTimeout() : Duration.ZERO);
            return device.withProbe(
                    failure == null
                            ? ProbeResult.answered(line.connection().parameters())
                            : ProbeResult.unanswered(Failures.cause(failure).getMessage()));
        });
    }

    private SharedConnection claim(FoundDevice device) {
        SmpConnections connections = endpoint.connections();
        SmpAddress address = connections.normalise(device.address());
        Optional<SharedConnection> existing = connections.inUse().stream()
                .filter(inUse -> inUse.equals(address) || isPort(inUse, device))
                .findFirst()
                .flatMap(connections::claimIfInUse);
        return existing.orElseGet(
                () -> connections.claim(address, endpoint.settings().client()));
    }

    /** Whether an address is another name of the same serial port. */
    private static boolean isPort(SmpAddress address, FoundDevice device) {
        try {
            return address.scheme().equals(device.address().scheme())
                    && device.port().isPresent()
                    && device.port()
                            .get()
                            .equals(Path.of(address.location()).toRealPath().toString());
        } catch (IOException e) {
            // nothing is plugged in there
            return false;
        }
    }

    private Duration idleTimeout() {
        return Duration.ofMillis(endpoint.getConfiguration().getIdleTimeout());
    }
}
