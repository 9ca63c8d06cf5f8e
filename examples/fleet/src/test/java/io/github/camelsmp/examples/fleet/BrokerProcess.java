package io.github.camelsmp.examples.fleet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A broker in a process of its own, which is killed where others are asked to stop. */
final class BrokerProcess implements Broker {

    private final Path folder;
    private final int port;
    private Process process;

    BrokerProcess(Path folder) throws IOException {
        this.folder = folder;
        this.port = FleetOptions.freePort();
    }

    @Override
    public String address() {
        return "tcp://127.0.0.1:" + port;
    }

    @Override
    public void start() throws Exception {
        List<String> arguments = List.of(folder.toString(), String.valueOf(port));
        process = new JavaProgram(FleetBroker.class.getName(), List.of("-Xmx256m"), arguments, Map.of())
                .start(folder.resolve("broker.log"));
        Ports.awaitListener(port);
    }

    @Override
    public void restart() throws Exception {
        close();
        start();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
