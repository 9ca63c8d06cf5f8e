package io.github.camelsmp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.simulator.SimulatedDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the guide to the command line says to type, typed. */
@Timeout(120)
class GuideTest {

    private static final Path GUIDE = Path.of("..", "..", "src-docs", "command-line.adoc");

    @TempDir
    private Path folder;

    @Test
    void aBoardCanBePlayedWithAsTheGuideSays() throws Exception {
        List<String> lines = lines("A board to play with");
        String firmware = folder.resolve("new.bin").toString();
        String simulate = lines.get(0).replace("new.bin", firmware) + " --for=1ms --udp=0 --flash=instant";
        assertThat(smp(simulate).exitCode()).isZero();

        try (SimulatedDevice board = SimulatedDevice.builder("guide").build()) {
            String address = board.listenUdp(0).address();
            for (String line : lines.subList(1, lines.size())) {
                Run run = smp(line.replace("udp:127.0.0.1", address).replace("new.bin", firmware));
                assertThat(run.exitCode()).as(line + "\n" + run.err()).isZero();
            }
            assertThat(board.runningVersion()).hasValue("1.1.0");
        }
    }

    private static List<String> lines(String heading) throws IOException {
        Matcher section = Pattern.compile("^== " + heading + "$(.*?)^== ", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(Files.readString(GUIDE));
        assertThat(section.find()).isTrue();
        return section.group(1).lines().filter(line -> line.startsWith("smp ")).toList();
    }

    private static Run smp(String line) {
        return Run.smp(line.substring("smp ".length()).split(" "));
    }
}
