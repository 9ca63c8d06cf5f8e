package io.github.camelsmp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents say of the command line is so. */
class CommandReferenceTest {

    private static final String UPDATE = "smp.docs.update";
    private static final Path FOLDER = Path.of("..", "..", "src-docs");
    private static final Path REFERENCE = FOLDER.resolve("command-reference.adoc");
    private static final Pattern CALL = Pattern.compile("`smp ([a-z][^`]*)`");
    private static final Pattern SHELL_CALL = Pattern.compile("^(?:\\$ )?(?:camel )?smp (.*)$", Pattern.MULTILINE);

    @Test
    void theReferenceIsNotStale() throws IOException {
        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(REFERENCE, CommandReference.page());
        }

        assertThat(REFERENCE)
                .as("%s is stale: run this test with -D%s=true and commit what it writes", REFERENCE, UPDATE)
                .exists()
                .content()
                .isEqualTo(CommandReference.page());
    }

    @Test
    void everyCommandTheGuideNamesIsThere() throws IOException {
        String guide = Files.readString(FOLDER.resolve("command-line.adoc"));

        assertThat(found(CALL, guide)).allSatisfy(CommandReferenceTest::isUnderstood);
        assertThat(found(SHELL_CALL, guide)).isNotEmpty().allSatisfy(CommandReferenceTest::isUnderstood);
    }

    @Test
    void everyCommandBesideOneOfAnotherProgramIsThere() throws IOException {
        String guide = Files.readString(FOLDER.resolve("coming-from.adoc"));

        assertThat(found(CALL, guide)).hasSizeGreaterThan(60).allSatisfy(CommandReferenceTest::isUnderstood);
    }

    @ParameterizedTest
    @ValueSource(strings = {"smpmgr", "mcumgrctl"})
    void everyCommandThatAnotherProgramListsHasARow(String program) throws IOException {
        String section = Files.readString(FOLDER.resolve("coming-from.adoc"))
                .split("\n== From " + program + "\n")[1]
                .split("\n== ")[0];

        assertThat(Files.readAllLines(FOLDER.resolve("data").resolve(program + ".txt")))
                .hasSizeGreaterThan(30)
                .allSatisfy(command -> assertThat(section).containsPattern("`" + Pattern.quote(command) + "[ `]"));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult call) -> call.group(1))
                .toList();
    }

    /** Words in capitals stand for what a user would write, and a key without a value would be asked for. */
    private static void isUnderstood(String call) {
        String command = call.replaceAll(" [|>].*", "")
                .replace("ADDRESS", "udp:192.0.2.7")
                .replaceAll("\\b(GROUP|COMMAND|N)\\b", "1")
                .replaceAll("\\bHASH\\b", "00ff")
                .replaceAll("\\bHEX\\b", "00ff")
                .replaceAll("\\bTIME\\b", "2026-01-02T03:04:05")
                .replace("JSON", "{}")
                .replaceFirst("--psk$", "--psk=00ff");
        assertThat(SmpCommand.commandLine()
                        .parseArgs(InteractiveCommand.words(command).toArray(String[]::new)))
                .isNotNull();
    }
}
