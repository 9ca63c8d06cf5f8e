package io.github.camelsmp.component.reference;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.group.CrashGroup;
import io.github.camelsmp.protocol.group.EnumerationGroup;
import io.github.camelsmp.protocol.group.FileSystemGroup;
import io.github.camelsmp.protocol.group.ImageGroup;
import io.github.camelsmp.protocol.group.IntercreateGroup;
import io.github.camelsmp.protocol.group.LogGroup;
import io.github.camelsmp.protocol.group.MemfaultGroup;
import io.github.camelsmp.protocol.group.OsGroup;
import io.github.camelsmp.protocol.group.SettingsGroup;
import io.github.camelsmp.protocol.group.ShellGroup;
import io.github.camelsmp.protocol.group.StatisticsGroup;
import io.github.camelsmp.protocol.group.SuitGroup;
import io.github.camelsmp.protocol.group.TransportGroup;
import io.github.camelsmp.protocol.group.ZephyrBasicGroup;
import io.github.camelsmp.simulator.FirmwareImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request of every command that has a record, small enough for any server, in an order in which a server can answer
 * them: what reads a file comes after what writes it, and what restarts the device comes last.
 */
public final class CommandCatalogue {

    /** Two console lines hold it. */
    private static final int LARGEST_MESSAGE = 160;

    private static final String FILE = "/lfs1/camel.txt";
    private static final ByteBuffer TEXT = ByteBuffer.wrap("ship of the desert".getBytes(StandardCharsets.UTF_8));

    /** Commands of the specification without a record, and why. */
    static final Map<Wire, String> WITHOUT_RECORD = new TreeMap<>(Map.of(
            Wire.parse("R 1/2"), "image file, which no server has",
            Wire.parse("R 6/0"), "Mynewt's split image, unused by every server",
            Wire.parse("R 7/0"), "Mynewt's test runner, unused by every server"));

    private CommandCatalogue() {}

    /** One request for each record. */
    public static List<SmpRequest<?>> requests() {
        ByteBuffer image =
                ByteBuffer.wrap(FirmwareImage.ofSize("9.9.9", 4096).bytes()).asReadOnlyBuffer();
        return List.of(
                new OsGroup.Echo("hello"),
                new OsGroup.ConsoleEchoControl(false),
                new OsGroup.TaskStatistics(),
                new OsGroup.MemoryPools(),
                new OsGroup.DateTimeWrite("2026-01-02T03:04:05"),
                new OsGroup.DateTimeRead(),
                new OsGroup.Parameters(),
                new OsGroup.ApplicationInfo("sv"),
                new OsGroup.BootloaderInfo(""),
                new ImageGroup.StateRead(),
                ImageGroup.StateWrite.confirmRunning(),
                ImageGroup.Upload.first(image, new byte[32], 0, false, LARGEST_MESSAGE),
                new ImageGroup.CoreList(),
                new ImageGroup.CoreLoad(0),
                new ImageGroup.CoreErase(),
                ImageGroup.Erase.defaultSlot(),
                new ImageGroup.SlotInfo(),
                new StatisticsGroup.ListGroups(),
                new StatisticsGroup.Show("smp_svr_stats"),
                new SettingsGroup.Read("a/b"),
                new SettingsGroup.Write("a/b", new byte[] {42}),
                new SettingsGroup.Commit(),
                new SettingsGroup.Save(),
                new SettingsGroup.Load(),
                new SettingsGroup.Delete("a/b"),
                LogGroup.Show.all(),
                new LogGroup.Append(CborMap.of(Map.of("msg", "hello"))),
                new LogGroup.Modules(),
                new LogGroup.Levels(),
                new LogGroup.Logs(),
                new LogGroup.Clear(),
                FileSystemGroup.Upload.of(FILE, 0, TEXT.remaining(), TEXT.duplicate(), LARGEST_MESSAGE),
                new FileSystemGroup.Close(),
                new FileSystemGroup.Download(FILE, 0),
                new FileSystemGroup.Status(FILE),
                new FileSystemGroup.Hash(FILE, ""),
                new FileSystemGroup.HashTypes(),
                new ShellGroup.Execute("kernel version"),
                new EnumerationGroup.Count(),
                new EnumerationGroup.ListGroups(),
                new EnumerationGroup.Single(0),
                new EnumerationGroup.Details(),
                TransportGroup.Connect.bluetooth(0, "AA:BB:CC:DD:EE:FF", false, false),
                TransportGroup.Disconnect.everything(),
                new TransportGroup.Status(0),
                new TransportGroup.ListTransports(),
                new TransportGroup.ListModes(2),
                new TransportGroup.ModeParameters(2, 0),
                new ZephyrBasicGroup.EraseStorage(),
                IntercreateGroup.Upload.first(TEXT.duplicate(), new byte[32], 0, LARGEST_MESSAGE),
                new SuitGroup.ManifestList(),
                new SuitGroup.ManifestState(0x20),
                SuitGroup.EnvelopeUpload.first(TEXT.duplicate(), true, LARGEST_MESSAGE),
                new SuitGroup.MissingImagePoll(),
                SuitGroup.MissingImageUpload.first(TEXT.duplicate(), 1, LARGEST_MESSAGE),
                SuitGroup.CacheUpload.first(TEXT.duplicate(), 1, LARGEST_MESSAGE),
                new SuitGroup.CleanUp(),
                new MemfaultGroup.DeviceInfo(),
                new MemfaultGroup.ProjectKey(),
                new CrashGroup.Trigger(CrashGroup.Kind.ASSERT),
                new OsGroup.Reset(false, 0));
    }

    /** E.g. {@code OsGroup.Echo}. */
    public static String nameOf(SmpRequest<?> request) {
        Class<?> type = request.getClass();
        return type.getEnclosingClass().getSimpleName() + "." + type.getSimpleName();
    }
}
