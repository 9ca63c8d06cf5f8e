package io.github.camelsmp.examples.factoryline.station;

import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.SimulatedDeviceBuilder;
import io.github.camelsmp.simulator.flash.FlashFault;
import io.github.camelsmp.simulator.group.ApplicationInfo;
import io.github.camelsmp.simulator.group.SimulatedSettings;
import io.github.camelsmp.simulator.group.SimulatedSettings.Access;
import io.github.camelsmp.simulator.group.SimulatedShell;
import io.github.camelsmp.simulator.group.SimulatedShell.Result;
import io.github.camelsmp.simulator.line.Impairment;
import io.github.camelsmp.simulator.threads.SimulatorThreads;
import java.nio.charset.StandardCharsets;

/** A board fresh from the soldering line, perhaps with a flaw. */
final class SimulatedBoard {

    /** What comes with the processor. */
    static final FirmwareImage FIRST = FirmwareImage.ofSize("0.9.0", 96 * 1024);

    static final String HOSTILE = "\u001b[2J\u001b]0;owned\u0007<script>document.title='owned'</script>\u202e!";

    private static final int MILLIDEGREES = 25_000;

    private final long number;
    private final Flaw flaw;
    private final SimulatedDevice device;

    SimulatedBoard(long number, Flaw flaw, Tempo tempo, SimulatorThreads threads) {
        this.number = number;
        this.flaw = flaw;
        SimulatedDeviceBuilder builder = SimulatedDevice.builder("board-" + uid())
                .threads(threads)
                .running(FIRST)
                .flash(tempo.flash())
                .bootTime(tempo.boot())
                .settings(settings())
                .shell(shell())
                .os(os -> os.withInfo(ApplicationInfo.of(flaw == Flaw.GARRULOUS ? HOSTILE : "climate")));
        if (tempo.baudRate() > 0) {
            builder.impairment(Impairment.baudRate(tempo.baudRate()));
        }
        this.device = builder.poweredOff().build();
        if (flaw == Flaw.FLASH) {
            device.failFlash(FlashFault.Operation.WRITE, Integer.MAX_VALUE);
        }
        device.observe(state -> greet());
    }

    String uid() {
        return String.format("30ae%012x", number);
    }

    Flaw flaw() {
        return flaw;
    }

    SimulatedDevice device() {
        return device;
    }

    void powerOn() {
        if (flaw != Flaw.SILENT) {
            device.powerOn();
        }
    }

    /** What the application logs at its start. Nothing is printed by a board that has no power or boots. */
    private void greet() {
        device.print("[00:00:00.012,000] <inf> climate: firmware "
                + device.runningVersion().orElse("none") + " starts\r\n");
        if (flaw == Flaw.GARRULOUS) {
            device.print("[00:00:00.020,000] <wrn> climate: " + HOSTILE + "\r\n");
        }
    }

    private SimulatedSettings settings() {
        Access access = flaw == Flaw.LOCKED ? Access.READ_ONLY : Access.READ_WRITE;
        byte[] nothing = "none".getBytes(StandardCharsets.UTF_8);
        return new SimulatedSettings().add("factory/serial", nothing, access).add("factory/offset", nothing, access);
    }

    private SimulatedShell shell() {
        return SimulatedShell.withBasics()
                .command("hwinfo devid", arguments -> Result.ok("Length: 8\r\nID: 0x" + uid() + "\r\n"))
                .command("selftest", this::selfTest)
                .command("measure", arguments -> Result.ok(MILLIDEGREES - 300 + number % 601 + "\r\n"));
    }

    private Result selfTest(String part) {
        boolean broken = flaw == Flaw.SENSOR && part.equals("humidity");
        device.print("[00:00:01.500,000] <" + (broken ? "err" : "inf") + "> selftest: " + part + " measured\r\n");
        return broken ? Result.ok("FAIL 0 %rH, expected 30..70\r\n") : Result.ok("PASS\r\n");
    }
}
