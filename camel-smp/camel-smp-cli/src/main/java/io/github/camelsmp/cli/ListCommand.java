package io.github.camelsmp.cli;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.SmpResources;
import io.github.camelsmp.client.discovery.DeviceEvent;
import io.github.camelsmp.client.discovery.DeviceScanner;
import io.github.camelsmp.client.discovery.DeviceScannerProvider;
import io.github.camelsmp.client.discovery.DeviceWatch;
import io.github.camelsmp.client.discovery.FoundDevice;
import io.github.camelsmp.client.discovery.ProbeResult;
import io.github.camelsmp.protocol.SmpException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which devices are there. */
@Command(name = "list", description = "Prints the serial ports, or the devices on the network or the radio.")
final class ListCommand extends SmpAction {

    @Mixin
    private DiscoveryOptionsMixin discovery;

    @Option(names = "--probe", description = "Asks each find for its parameters, to see whether an SMP server answers.")
    private boolean probe;

    @Option(names = "--watch", description = "Goes on, and prints what comes and what goes until Ctrl-C.")
    private boolean watch;

    @Option(
            names = "--scan-interval",
            paramLabel = "TIME",
            defaultValue = "2s",
            description = "With --watch: how often to look. Default: ${DEFAULT-VALUE}.")
    private Duration scanInterval;

    @Mixin
    private OutputOptions output;

    @Mixin
    private ConnectionOptions connection;

    @Override
    ExitCode execute() throws InterruptedException {
        // who scans and who asks share a radio, which does one of it at a time
        try (SmpResources resources = SmpResources.create();
                DeviceScanner scanner = DeviceScannerProvider.of(discovery.transport(), resources)
                        .create(discovery.clientOptions().withBluetooth(connection.bluetooth()))) {
            if (watch) {
                watch(new DeviceWatch(scanner), resources);
            } else {
                List<Map<String, Object>> found = scanner.scan(Set.of()).stream()
                        .map(device -> asked(device, resources).asMap())
                        .toList();
                output.print(Reply.of(found));
                if (found.isEmpty()) {
                    output.say("nothing found");
                }
            }
        }
        return ExitCode.DONE;
    }

    private void watch(DeviceWatch devices, SmpResources resources) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        try (Interrupt interrupt = new Interrupt(ended::countDown)) {
            do {
                for (DeviceEvent event : devices.look()) {
                    tell(event, resources);
                    devices.done(event.device().address());
                }
            } while (!ended.await(scanInterval.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    private void tell(DeviceEvent event, SmpResources resources) {
        String kind = event.kind().name().toLowerCase(Locale.ROOT);
        FoundDevice device =
                event.kind() == DeviceEvent.Kind.DISCOVERED ? asked(event.device(), resources) : event.device();
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("event", kind);
        value.putAll(device.asMap());
        String name = device.description().isEmpty() ? device.name() : device.description();
        output.print(Reply.of(value, kind + "  " + device.address() + "  " + name));
    }

    private FoundDevice asked(FoundDevice device, SmpResources resources) {
        if (!probe || device.probe().isPresent()) {
            return device;
        }
        try (SmpClient client = SmpClient.of(device.address().toString(), connection.clientOptions(), resources)) {
            client.connection().connect().join();
            return device.withProbe(ProbeResult.answered(client.connection().parameters()));
        } catch (CompletionException e) {
            if (e.getCause() instanceof SmpException reason) {
                return device.withProbe(ProbeResult.unanswered(reason.getMessage()));
            }
            throw e;
        }
    }
}
