package io.github.camelsmp.client.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.protocol.SmpTransportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Links of the folder lead to devices that every Linux and macOS has; a scanner opens none of them. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class SerialScannerTest {

    private static final Path DEVICE = Path.of("/dev/null");
    private static final Path OTHER_DEVICE = Path.of("/dev/zero");
    private static final UsbIdentity BOARD = new UsbIdentity(0x2fe3, 4, Optional.of("DF61"));

    @TempDir
    private Path folder;

    private final List<SystemPort> listed = new ArrayList<>();

    @AfterEach
    void removeLinks() throws IOException {
        for (Path link : new PortFolder(folder).links().keySet()) {
            Files.delete(link);
        }
    }

    @Test
    void reportsALinkUnderItsNameAtOnce() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("usb-board-1"), DEVICE);

        assertThat(scanner().scan(Set.of())).singleElement().satisfies(found -> {
            assertThat(found.address()).hasToString("serial:" + link);
            assertThat(found.name()).isEqualTo("usb-board-1");
            assertThat(found.port()).contains(DEVICE.toString());
        });
    }

    @Test
    void reportsAPortWithALinkOnceAndWithWhatUsbTells() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("usb-board-1"), DEVICE);
        listed.add(new SystemPort(DEVICE.toString(), "null", "CDC ACM", Optional.of(BOARD)));
        SerialScanner scanner = scanner();

        scanner.scan(Set.of());

        assertThat(scanner.scan(Set.of())).singleElement().satisfies(found -> {
            assertThat(found.address()).hasToString("serial:" + link);
            assertThat(found.description()).isEqualTo("CDC ACM");
            assertThat(found.usb()).contains(BOARD);
        });
    }

    @Test
    void reportsAPortWithSeveralLinksUnderTheFirst() throws IOException {
        Files.createSymbolicLink(folder.resolve("b"), DEVICE);
        Files.createSymbolicLink(folder.resolve("a"), DEVICE);

        assertThat(scanner().scan(Set.of())).extracting(FoundDevice::name).containsExactly("a");
    }

    @Test
    void reportsAPortWithoutALinkWhenItWasThereTwice() {
        listed.add(new SystemPort("/dev/ttyACM0", "ttyACM0", "CDC ACM", Optional.of(BOARD)));
        SerialScanner scanner = scanner();

        assertThat(scanner.scan(Set.of())).isEmpty();
        assertThat(scanner.scan(Set.of())).singleElement().satisfies(found -> assertThat(found.address())
                .hasToString("serial:/dev/ttyACM0"));
    }

    @Test
    void takesAPortThatOutlivesItsLinkForNoOtherDevice() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("usb-board-1"), DEVICE);
        listed.add(new SystemPort(DEVICE.toString(), "null", "CDC ACM", Optional.of(BOARD)));
        SerialScanner scanner = scanner();
        scanner.scan(Set.of());
        Files.delete(link);

        assertThat(scanner.scan(Set.of())).isEmpty();
    }

    @Test
    void reportsPortsOfTheMachineOnlyToThoseWhoAskForThemByName() {
        listed.add(new SystemPort("/dev/ttyS0", "ttyS0", "Physical Port S0", Optional.empty()));
        SerialScanner any = scanner();
        SerialScanner named = scanner(DeviceFilter.ALL.withName(Pattern.compile("ttyS.")));
        any.scan(Set.of());
        named.scan(Set.of());

        assertThat(any.scan(Set.of())).isEmpty();
        assertThat(named.scan(Set.of())).extracting(FoundDevice::name).containsExactly("ttyS0");
    }

    @Test
    void leavesOutWhatTheFilterRejects() throws IOException {
        Files.createSymbolicLink(folder.resolve("wanted"), DEVICE);
        Files.createSymbolicLink(folder.resolve("unwanted"), OTHER_DEVICE);

        assertThat(scanner(DeviceFilter.ALL.withName(Pattern.compile("wanted"))).scan(Set.of()))
                .extracting(FoundDevice::name)
                .containsExactly("wanted");
    }

    @Test
    void doesNotCountALinkThatLeadsNowhere() throws IOException {
        Files.createSymbolicLink(folder.resolve("unplugged"), folder.resolve("gone"));

        assertThat(scanner().scan(Set.of())).isEmpty();
    }

    @Test
    void takesOnlyLinksToDevices() throws IOException {
        Path file = Files.createFile(folder.resolve("notes.txt"));
        Files.createSymbolicLink(folder.resolve("link-to-notes"), file);
        Files.createSymbolicLink(folder.resolve("link-to-folder"), folder);

        assertThat(scanner().scan(Set.of())).isEmpty();
    }

    @Test
    void findsNothingInAFolderThatIsNotThere() {
        PortFolder missing = new PortFolder(folder.resolve("missing"));

        assertThat(new SerialScanner(DeviceFilter.ALL, missing, () -> listed).scan(Set.of()))
                .isEmpty();
    }

    @Test
    void saysThatItCannotReadTheFolder() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        SerialScanner scanner = new SerialScanner(DeviceFilter.ALL, new PortFolder(file), () -> listed);

        assertThatThrownBy(() -> scanner.scan(Set.of()))
                .isInstanceOf(SmpTransportException.class)
                .hasMessageContaining("portFolder " + file);
    }

    @Test
    void looksAtTheRealPortsOfThisMachine() {
        DeviceScanner scanner = DeviceScannerProvider.of("serial").create(DiscoveryOptions.DEFAULT);
        scanner.scan(Set.of());

        assertThat(scanner.scan(Set.of()))
                .allSatisfy(found -> assertThat(found.address().scheme()).isEqualTo("serial"));
    }

    @Test
    void namesTheSchemesThatDiscoveryKnows() {
        assertThatThrownBy(() -> DeviceScannerProvider.of("tcp"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tcp:*")
                .hasMessageContaining("serial");
    }

    private SerialScanner scanner() {
        return scanner(DeviceFilter.ALL);
    }

    private SerialScanner scanner(DeviceFilter filter) {
        return new SerialScanner(filter, new PortFolder(folder), () -> listed);
    }
}
