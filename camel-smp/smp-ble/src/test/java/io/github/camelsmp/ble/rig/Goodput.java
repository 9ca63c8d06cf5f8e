package io.github.camelsmp.ble.rig;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.routine.FirmwareImage;
import io.github.camelsmp.client.routine.UploadResult;
import io.github.camelsmp.simulator.line.RadioLink;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How fast uploads and echoes are on a radio with 15 ms between connection events, six packets in each, to a server with
 * six buffers that puts messages together. Run by hand on a machine that does nothing else.
 */
public final class Goodput {

    private static final RadioLink LINK = RadioLink.DEFAULT.withInterval(Duration.ofMillis(15), 6);
    private static final byte[] FILE =
            io.github.camelsmp.simulator.FirmwareImage.ofSize("2.0.0", 0x20000).bytes();
    private static final int ECHOES = 100;
    private static final Duration IDLE = Duration.ofSeconds(20);

    private Goodput() {}

    /** Prints the figures. */
    public static void main(String[] arguments) throws Exception {
        for (int bufferSize : new int[] {498, 1024, 2475}) {
            double one = upload(bufferSize, 1);
            double automatic = upload(bufferSize, 0);
            System.out.printf(
                    "buf_size %4d: window 1 %.0f B/s, auto %.0f B/s, ratio %.2f%n",
                    bufferSize, one, automatic, automatic / one);
        }
        echoes();
        idle();
    }

    private static double upload(int bufferSize, int window) throws Exception {
        try (Rig rig = new Rig(new FakeBlueZ())) {
            rig.device("Sensor", LINK, true, device -> device.buffers(bufferSize, 6));
            SmpClient client = rig.client("Sensor", SmpClientOptions.DEFAULT.withWindow(window));
            client.connection().connect().get();
            UploadResult result = client.upload(FirmwareImage.of(FILE)).get();
            return result.bytesPerSecond();
        }
    }

    /** Both sides of the bus and the bus itself, while a line is open and nothing is asked. */
    private static void idle() throws Exception {
        try (Rig rig = new Rig(new FakeBlueZ())) {
            rig.device("Sensor");
            rig.client("Sensor").os().echo("hello").get();
            Duration before = cpu();
            new CountDownLatch(1).await(IDLE.toMillis(), TimeUnit.MILLISECONDS);
            System.out.printf(
                    "idle: %.2f %% of a processor%n",
                    100.0 * cpu().minus(before).toNanos() / IDLE.toNanos());
        }
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private static void echoes() throws Exception {
        try (Rig rig = new Rig(new FakeBlueZ())) {
            rig.device("Sensor", RadioLink.DEFAULT, true, device -> device);
            SmpClient client = rig.client("Sensor");
            client.os().echo("warm").get();
            long[] micros = new long[ECHOES];
            for (int i = 0; i < ECHOES; i++) {
                long began = System.nanoTime();
                client.os().echo("0123456789").get();
                micros[i] = (System.nanoTime() - began) / 1000;
            }
            Arrays.sort(micros);
            System.out.printf(
                    "echo without a radio's intervals: median %d us, 95%% %d us, slowest %d us%n",
                    micros[ECHOES / 2], micros[ECHOES * 95 / 100], micros[ECHOES - 1]);
        }
    }
}
