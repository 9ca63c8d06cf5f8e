package io.github.camelsmp.examples.factoryline.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in a real browser. {@code -Dfactory.screenshots=<folder>} keeps pictures of it. */
@EnabledIf(
        value = "hasBrowser",
        disabledReason = "THE SCREEN IS NOT TESTED: there is no chromium (apt-get install chromium)")
@Timeout(180)
class ScreenBrowserTest {

    private static final int DESKTOP_WIDTH = 1440;
    private static final int DESKTOP_HEIGHT = 900;
    private static final String HOSTILE =
            "\u001b[31m\u001b]0;owned\u0007<script>document.title='owned'</script>\u202egnp";

    private static Browser browser;

    private ScreenFixture fixture;

    static boolean hasBrowser() {
        boolean there = Browser.executable().isPresent();
        if (!there) {
            System.err.println("##### THE SCREEN IS NOT TESTED: there is no chromium (apt-get install chromium) #####");
        }
        return there;
    }

    @BeforeAll
    static void startBrowser() throws Exception {
        browser = Browser.start(Files.createTempDirectory(Path.of("target"), "chromium"));
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void startServer() throws Exception {
        fixture = ScreenFixture.start("");
    }

    @AfterEach
    void closeServer() {
        browser.leave();
        if (fixture != null) {
            fixture.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "desktop, 1440, 900, 24, light",
        "desktop-dark, 1440, 900, 24, dark",
        "tablet, 820, 1180, 24, light",
        "desktop-200, 1440, 900, 200, light",
        "tablet-200, 1180, 820, 200, light",
        "tablet-200-dark, 1180, 820, 200, dark"
    })
    void fitsItsWindowWithBoardsInEveryState(String name, int width, int height, int sockets, String scheme)
            throws IOException {
        fixture.fill(sockets);

        browser.prefer(scheme);
        browser.show(fixture.url(), width, height);
        browser.until("document.querySelectorAll('.card').length === " + sockets);
        picture(name);

        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(width);
        assertThat(browser.evaluate(
                                "[...document.querySelectorAll('.number')].every(e => e.scrollWidth <= e.clientWidth)")
                        .asBoolean())
                .as("no figure runs out of its frame")
                .isTrue();
        assertThat(browser.evaluate("document.getElementById('passed').textContent")
                        .asText())
                .isEqualTo("231");
        assertThat(browser.evaluate(
                                "[...new Set([...document.querySelectorAll('.card .lamp')].map(e => e.textContent))].sort().join()")
                        .asText())
                .isEqualTo("Busy,Empty,Fail,Pass,Seen");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void showsWhatChangesWithoutBeingAskedAgain() {
        fixture.fill(3);
        showOnDesktop(3);

        fixture.screen().told(ScreenFixture.address(2), "console", "the last line");
        fixture.screen().passed(ScreenFixture.address(2));

        browser.until("document.querySelectorAll('.card')[1].classList.contains('passed')");
        assertThat(browser.evaluate("document.querySelectorAll('.card .tail')[1].textContent")
                        .asText())
                .isEqualTo("the last line");
    }

    @Test
    void showsMarkupAndTerminalCodesOfADeviceAsText() throws IOException {
        fixture.fill(3);
        showOnDesktop(3);
        String address = ScreenFixture.address(2);

        fixture.screen().identified(address, HOSTILE, HOSTILE);
        fixture.screen().told(address, "console", HOSTILE);
        fixture.screen().failed(address, HOSTILE, HOSTILE);
        fixture.screen().failures(List.of(Map.of("address", address, "at", 0, "reason", HOSTILE, "advice", HOSTILE)));

        String shown = "\\u001b[31m\\u001b]0;owned\\u0007<script>document.title='owned'</script>\\u202egnp";
        browser.until("document.querySelectorAll('.card')[1].classList.contains('failed')");
        browser.evaluate("document.querySelectorAll('.card h3 button')[1].click()");
        picture("hostile");
        for (String place :
                List.of(".card .tail", ".card .words", "#failures .todo", "#failures .reason", "#detail-log")) {
            assertThat(browser.evaluate(
                                    "[...document.querySelectorAll('" + place + "')].map(e => e.textContent).join('|')")
                            .asText())
                    .as(place)
                    .contains(shown);
        }
        assertThat(browser.evaluate("document.title").asText()).doesNotContain("owned");
        assertThat(browser.evaluate("document.querySelectorAll('body script').length")
                        .asInt())
                .isZero();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void isUsedWithTheKeyboardAlone() throws IOException {
        fixture.fill(24);
        showOnDesktop(24);

        browser.press("Tab");
        browser.press("Enter");
        for (int filters = 0; filters < 7; filters++) {
            browser.press("Tab");
        }
        assertThat(focused()).isEqualTo("socket-001");
        browser.press("ArrowRight");
        browser.press("ArrowRight");
        assertThat(focused()).isEqualTo("socket-003");
        assertThat(browser.evaluate("getComputedStyle(document.activeElement, '::after').outlineStyle")
                        .asText())
                .isEqualTo("solid");
        picture("focus");
        browser.press("ArrowDown");
        browser.press("ArrowUp");
        browser.press("Enter");
        assertThat(browser.evaluate("document.getElementById('detail').open").asBoolean())
                .isTrue();
        browser.press("Escape");

        browser.until("!document.getElementById('detail').open");
        assertThat(focused()).isEqualTo("socket-003");
    }

    @Test
    void setsABoardWithoutANumberAsideForWhoeverKnowsTheToken() throws Exception {
        fixture.close();
        fixture = ScreenFixture.start("open sesame");
        fixture.fill(13);
        fixture.screen().failed(ScreenFixture.address(13), "no answer to shell", "Put it back in.");
        showOnDesktop(13);

        browser.evaluate("document.querySelectorAll('.card h3 button')[12].click()");
        browser.until("!document.getElementById('aside').hidden");
        picture("set-aside");
        browser.evaluate("document.getElementById('aside').click()");
        browser.evaluate("document.getElementById('token').value = 'open sesame'");
        browser.evaluate("document.querySelector('#ask button[value=ok]').click()");

        browser.until("document.getElementById('aside-answer').textContent === 'The board has its record.'");
        browser.until("document.getElementById('aside').hidden");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void tellsAScreenReaderWhatIsSeen() {
        fixture.fill(12);
        showOnDesktop(12);

        fixture.screen().failed(ScreenFixture.address(2), "no answer", "Put it back in.");
        browser.until("document.getElementById('news').textContent !== ''");

        assertThat(browser.accessibilityTree())
                .contains(
                        "heading Climate sensor CS-4",
                        "button socket-001",
                        "heading Needs a hand",
                        "progressbar Order completed",
                        "progressbar socket-003: firmware sent",
                        "StaticText socket-002 failed: no answer. Put it back in.");
    }

    @Test
    void saysSoWhenTheLineIsOnHold() {
        fixture.fill(3);
        showOnDesktop(3);

        fixture.screen().running(false);

        browser.until("document.getElementById('link').textContent.startsWith('On hold')");
    }

    private void showOnDesktop(int sockets) {
        browser.show(fixture.url(), DESKTOP_WIDTH, DESKTOP_HEIGHT);
        browser.until("document.querySelectorAll('.card').length === " + sockets);
    }

    private static String focused() {
        return browser.evaluate("document.activeElement.textContent").asText();
    }

    private static void picture(String name) throws IOException {
        Optional<String> folder = Optional.ofNullable(System.getProperty("factory.screenshots"));
        if (folder.isPresent()) {
            Path file = Files.createDirectories(Path.of(folder.get())).resolve(name + ".png");
            Files.write(file, browser.screenshot());
        }
    }
}
