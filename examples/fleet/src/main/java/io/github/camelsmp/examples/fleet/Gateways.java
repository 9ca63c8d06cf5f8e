package io.github.camelsmp.examples.fleet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Gateways as programs of their own, on the class path of this one. They end with this program at the latest. */
final class Gateways implements AutoCloseable {

    private final Path home;
    private final Map<String, String> properties;
    private final List<Process> processes = new CopyOnWriteArrayList<>();
    private final Thread last = new Thread(this::kill);

    /**
     * @param home where their logs go, and the leases
     * @param properties that all of them get
     */
    Gateways(Path home, Map<String, String> properties) {
        this.home = home;
        this.properties = properties;
        Runtime.getRuntime().addShutdownHook(last);
    }

    /** Starts one. */
    Process start(String name) throws IOException {
        return start(FleetGateway.class, name);
    }

    /** Starts one by another main class. */
    Process start(Class<?> main, String name) throws IOException {
        List<String> options = new ArrayList<>();
        options.add("-Xmx192m");
        options.add("-Dgateway.name=" + name);
        options.add("-Dfleet.leases=" + home.resolve("leases"));
        properties.forEach((key, value) -> options.add("-D" + key + "=" + value));
        Process process =
                new JavaProgram(main.getName(), options, List.of(), Map.of()).start(home.resolve(name + ".log"));
        processes.add(process);
        return process;
    }

    private void kill() {
        processes.forEach(Process::destroyForcibly);
    }

    @Override
    public void close() {
        kill();
        processes.forEach(process -> process.onExit().join());
        Runtime.getRuntime().removeShutdownHook(last);
    }
}
