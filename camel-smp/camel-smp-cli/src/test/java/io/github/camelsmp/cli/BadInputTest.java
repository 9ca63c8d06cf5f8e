package io.github.camelsmp.cli;

import static io.github.camelsmp.cli.Run.smp;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.simulator.SimulatedDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people see who typed something wrong, or whose device is not there. */
@Timeout(120)
class BadInputTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            info                                          | Missing required parameter: 'ADDRESS'
            info nonsense                                 | 'nonsense' is no SMP address, write transport:address, e.g. udp:192.0.2.7
            info /dev/ttyACM0                             | write transport:address, e.g. serial:/dev/ttyACM0
            info /dev/serial/by-path/pci-0000:00:14.0     | e.g. serial:/dev/serial/by-path/pci-0000:00:14.0
            info com7                                     | write transport:address, e.g. serial:com7
            info smp:udp:127.0.0.1                        | smp: belongs to endpoints only, write udp:127.0.0.1
            info usb:1                                    | there is no transport 'usb', known are
            info ble:AA:BB:CC:DD:EE:FF --passkey=1234567  | passkey has at most six digits
            info udp:127.0.0.1:99999                      | 99999
            info udp:127.0.0.1 --request-timeout=soon     | 'soon' is no duration, write 2500, 2.5s or 1m30s
            info udp:127.0.0.1 --window=0                 | --window is '0', it may be auto or a number from 1 to 255
            info udp:127.0.0.1 --retries=-1               | retries is -1, it may not be negative
            info udp:127.0.0.1 --protocol-version=3       | --protocol-version is 3, it may be 1 or 2
            info udp:127.0.0.1 --strategy=bufferSize      | needs the option --buffer-size
            info udp:127.0.0.1 --dtls                     | --dtls needs --psk-identity and --psk, or
            info udp:127.0.0.1 --psk=00                   | count with --dtls only
            info udp:127.0.0.1 --dtls --certificate=a     | --certificate needs --trusted-certificates
            info udp:127.0.0.1 --dtls --trusted-certificates=/no/such | cannot read /no/such
            info udp:127.0.0.1 --dtls --trusted-certificates=pom.xml  | pom.xml
            info udp:127.0.0.1 --dtls --psk=00 --private-key=a        | exclude each other
            info udp:127.0.0.1 --framing=morse            | expected one of [console, raw]
            images test udp:127.0.0.1 xyz                 | 'xyz' is not an even number of hexadecimal digits
            images burn udp:127.0.0.1                     | Unmatched arguments
            request udp:127.0.0.1 0 0 [1]                 | '[1]' is no JSON object such as
            request udp:127.0.0.1 0 0 {a                  | '{a' is no JSON:
            request udp:127.0.0.1 0 0 {"a":1              | '{"a":1' is no JSON: it ends too early
            request udp:127.0.0.1 70000 0                 | group is 70000, it may be 0 to 65535
            settings set udp:127.0.0.1 a/b                | one value is needed
            time set udp:127.0.0.1 tomorrow               | 'tomorrow' is no time such as 2026-01-02T03:04:05
            list morse                                    | there is no transport 'morse', known are
            list udp                                      | hosts
            simulate --buffers=many                       | --buffers is 'many', write size and count as in 2048x4
            simulate --firmware-size=999999               | 999999 bytes do not fit a slot of 483328
            simulate --count=0                            | --count is 0, it must be at least 1
            frobnicate                                    | frobnicate
            """)
    void aWrongCommandLineIsSaidInASentence(String commandLine, String sentence) {
        Run run = smp(commandLine.split(" "));

        assertThat(run.err()).contains(sentence).doesNotContain("\tat ");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.number());
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--dtls --psk-identity=me --psk=sesame", "--passkey=sesame"})
    void aSecretThatIsWrittenWrongIsNotShown(String options) {
        Run run = smp(("info udp:127.0.0.1 " + options).split(" "));

        assertThat(run.err()).contains("key").doesNotContain("sesame");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "images", "settings"})
    void whoNamesNoCommandSeesThoseThereAre(String group) {
        Run run = group.isEmpty() ? smp() : smp(group);

        assertThat(run.err()).startsWith("Usage: smp").contains("Commands:");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.number());
    }

    @Test
    void theOptionsOfACommandComeBeforeThoseThatManyHave() {
        Run run = smp("upgrade", "--help");

        assertThat(run.out())
                .startsWith("Usage: smp upgrade [OPTIONS] ADDRESS FILE")
                .containsSubsequence("--upgrade-mode", "How to talk to the device:", "--baud-rate", "Exit codes:");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aDeviceThatIsNotThereIsNamed() {
        Run run = smp("echo", "tcp:127.0.0.1:1", "--connect-timeout=300ms");

        assertThat(run.exitCode()).isEqualTo(ExitCode.NO_LINE.number());
        assertThat(run.err()).startsWith("smp echo: tcp:127.0.0.1:1: ").hasLineCount(1);
    }

    @Test
    void aDeviceThatSaysNothingIsNamed() {
        try (SimulatedDevice board =
                SimulatedDevice.builder("silent").poweredOff().build()) {
            Run run = smp("echo", board.listenUdp(0).address(), "--request-timeout=50ms", "--retries=1");

            assertThat(run.exitCode()).isEqualTo(ExitCode.NO_ANSWER.number());
            assertThat(run.err()).contains("no answer to ").hasLineCount(1);
        }
    }

    @Test
    void aRefusalComesWithItsNameAndAdvice() {
        try (SimulatedDevice board = SimulatedDevice.builder("refusing").build()) {
            Run run = smp("time", "get", board.listenUdp(0).address());

            assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED.number());
            assertThat(run.err()).contains("RTC_NOT_SET", "set the clock of the device first");
        }
    }

    static Stream<String> filesThatAreNotThere() {
        return Stream.of(
                "upgrade udp:127.0.0.1 /no/such/file",
                "inspect /no/such/file",
                "file put udp:127.0.0.1 /no/such/file /lfs1/a");
    }

    @Test
    void aFirmwareFileThatIsNoneIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("route.yaml"), "- route:");

        Run run = smp("upgrade", "udp:127.0.0.1", file.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_IMAGE.number());
        assertThat(run.err()).contains(file + ": the file is of no known kind", "--no-inspect");
    }

    @ParameterizedTest
    @ValueSource(strings = {"upgrade udp:127.0.0.1 %s", "file put udp:127.0.0.1 %s /lfs1/a"})
    void aFolderIsNoFile(String commandLine, @TempDir Path folder) {
        Run run = smp(commandLine.formatted(folder).split(" "));

        assertThat(run.exitCode()).isEqualTo(ExitCode.LOCAL_FILE.number());
        assertThat(run.err()).contains(folder + ": is a folder");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Run run = smp("simulate", "--udp=0", "--for=1ms", "--new-firmware=/no/such/new.bin");

        assertThat(run.exitCode()).isEqualTo(ExitCode.LOCAL_FILE.number());
        assertThat(run.err()).contains("/no/such/new.bin: there is no folder /no/such");
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp"})
    void aPortThatAnotherProgramHasIsNamed(String transport) {
        try (SimulatedDevice board = SimulatedDevice.builder("first").build()) {
            String address = transport.equals("udp")
                    ? board.listenUdp(0).address()
                    : board.listenTcp(0).address();
            String port = address.substring(address.lastIndexOf(':') + 1);

            Run run = smp("simulate", "--" + transport + "=" + port, "--for=1ms");

            assertThat(run.exitCode()).isEqualTo(ExitCode.NO_LINE.number());
            assertThat(run.err()).contains("cannot listen on", port + ": Address already in use");
        }
    }

    @ParameterizedTest
    @MethodSource("filesThatAreNotThere")
    void aFileThatIsNotThereIsNamed(String commandLine) {
        Run run = smp(commandLine.split(" "));

        assertThat(run.exitCode()).isEqualTo(ExitCode.LOCAL_FILE.number());
        assertThat(run.err()).contains("there is no file /no/such/file");
    }
}
