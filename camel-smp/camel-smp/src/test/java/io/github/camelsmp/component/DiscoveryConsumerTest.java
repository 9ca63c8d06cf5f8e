package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncCallback;
import org.apache.camel.BindToRegistry;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Links to devices that every Linux has stand for boards that are plugged in; nothing opens them here. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class DiscoveryConsumerTest extends CamelTestSupport {

    @TempDir
    static Path folder;

    private final BlockingQueue<Exchange> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Throwable> complaints = new LinkedBlockingQueue<>();
    private final List<AsyncCallback> held = new CopyOnWriteArrayList<>();
    private volatile String heldDevice = "none";

    @BindToRegistry("complaints")
    private final ExceptionHandler exceptionHandler = new Complaints();

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("smp:serial:*?scanInterval=10&exceptionHandler=#complaints&namePattern=" + BoardBench.NAMES
                                + "&portFolder=" + folder)
                        .routeId("station")
                        .process(new Desk());
            }
        };
    }

    @AfterEach
    void unplugAll() throws IOException {
        finishHeld();
        for (String board : List.of("board-1", "board-2", "board-3")) {
            Files.deleteIfExists(folder.resolve(board));
        }
    }

    @Test
    void tellsOfABoardThatIsPluggedIn() throws Exception {
        plug("board-1", "/dev/null");

        Exchange event = events.take();

        String address = "serial:" + folder.resolve("board-1");
        assertThat(event.getMessage().getHeaders())
                .contains(entry("CamelSmpEvent", "discovered"), entry("CamelSmpAddress", address))
                .containsKey("CamelSmpTimestamp");
        assertThat(body(event))
                .isEqualTo(Map.of("address", address, "name", "board-1", "description", "", "port", "/dev/null"));
    }

    @Test
    void tellsOfABoardThatIsUnplugged() throws Exception {
        plug("board-1", "/dev/null");
        events.take();
        unplug("board-1");

        Exchange event = events.take();

        assertThat(name(event)).isEqualTo("lost board-1");
        assertThat(body(event).get("port")).isEqualTo("/dev/null");
    }

    @Test
    void holdsUpNoOtherBoardWhileTheRouteWorksOnOne() throws Exception {
        heldDevice = "board-1";
        plug("board-1", "/dev/null");
        assertThat(name(events.take())).isEqualTo("discovered board-1");

        plug("board-2", "/dev/zero");
        assertThat(name(events.take())).isEqualTo("discovered board-2");
        unplug("board-2");
        assertThat(name(events.take())).isEqualTo("lost board-2");
    }

    @Test
    void tellsOfALossOnlyWhenTheRouteIsDoneWithTheDiscovery() throws Exception {
        heldDevice = "board-1";
        plug("board-1", "/dev/null");
        events.take();
        unplug("board-1");
        plug("board-2", "/dev/zero");
        assertThat(name(events.take())).isEqualTo("discovered board-2");
        assertThat(events).isEmpty();

        finishHeld();

        assertThat(name(events.take())).isEqualTo("lost board-1");
    }

    @Test
    void tellsNothingOfABoardThatComesBackBeforeTheRouteIsDoneWithIt() throws Exception {
        heldDevice = "board-1";
        plug("board-1", "/dev/null");
        events.take();
        unplug("board-1");
        plug("board-2", "/dev/zero");
        events.take();
        plug("board-1", "/dev/null");

        finishHeld();

        plug("board-3", "/dev/full");
        assertThat(name(events.take())).isEqualTo("discovered board-3");
    }

    @Test
    void tellsOnResumingWhatChangedMeanwhile() throws Exception {
        plug("board-1", "/dev/null");
        events.take();
        context.getRouteController().suspendRoute("station");
        unplug("board-1");
        plug("board-2", "/dev/zero");

        context.getRouteController().resumeRoute("station");

        assertThat(List.of(name(events.take()), name(events.take())))
                .containsExactlyInAnyOrder("lost board-1", "discovered board-2");
    }

    @Test
    void tellsOfEveryBoardAnewAfterARestart() throws Exception {
        plug("board-1", "/dev/null");
        events.take();
        context.getRouteController().stopRoute("station");

        context.getRouteController().startRoute("station");

        assertThat(name(events.take())).isEqualTo("discovered board-1");
    }

    @Test
    void complainsOnceOfAFolderThatCannotBeReadAndGoesOn() throws Exception {
        context.getRouteController().stopRoute("station");
        Files.delete(folder);
        Files.createFile(folder);
        context.getRouteController().startRoute("station");
        assertThat(complaints.take()).hasMessageContaining("portFolder " + folder);

        Files.delete(folder);
        Files.createDirectory(folder);
        plug("board-1", "/dev/null");

        assertThat(name(events.take())).isEqualTo("discovered board-1");
        assertThat(complaints).isEmpty();
    }

    @Test
    void goesOnWithADeviceAfterTheRouteFailedWithIt() throws Exception {
        heldDevice = "board-1";
        plug("board-1", "/dev/null");
        Exchange failed = events.take();
        failed.setException(new IllegalStateException("the board is upside down"));
        finishHeld();
        assertThat(complaints.take()).hasMessageContaining("upside down");
        unplug("board-1");

        assertThat(name(events.take())).isEqualTo("lost board-1");
    }

    @Test
    void leavesNoThreadBehind() throws Exception {
        plug("board-1", "/dev/null");
        events.take();

        context.getRouteController().stopRoute("station");

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().contains("smp-discovery"))
                .allSatisfy(thread -> {
                    thread.join(TimeUnit.SECONDS.toMillis(30));
                    assertThat(thread.isAlive()).isFalse();
                });
    }

    private static void plug(String board, String device) throws IOException {
        Files.createSymbolicLink(folder.resolve(board), Path.of(device));
    }

    private static void unplug(String board) throws IOException {
        Files.delete(folder.resolve(board));
    }

    private static String name(Exchange event) {
        return event.getMessage().getHeader("CamelSmpEvent") + " " + body(event).get("name");
    }

    private static Map<?, ?> body(Exchange event) {
        return event.getMessage().getBody(Map.class);
    }

    private void finishHeld() {
        heldDevice = "none";
        held.forEach(callback -> callback.done(false));
        held.clear();
    }

    /** Takes every event and keeps the one of a certain device under way. */
    private final class Desk extends AsyncProcessorSupport {
        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            boolean keep = heldDevice.equals(body(exchange).get("name"));
            if (keep) {
                held.add(callback);
            }
            events.add(exchange);
            if (!keep) {
                callback.done(true);
            }
            return !keep;
        }
    }

    private final class Complaints implements ExceptionHandler {
        @Override
        public void handleException(Throwable exception) {
            complaints.add(exception);
        }

        @Override
        public void handleException(String message, Throwable exception) {
            complaints.add(exception);
        }

        @Override
        public void handleException(String message, Exchange exchange, Throwable exception) {
            complaints.add(exception);
        }
    }
}
