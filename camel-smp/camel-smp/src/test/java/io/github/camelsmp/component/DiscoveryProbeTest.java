package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.client.SmpAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Discovery that asks what it found. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class DiscoveryProbeTest extends CamelTestSupport {

    @TempDir
    static Path folder;

    private final BlockingQueue<Exchange> events = new LinkedBlockingQueue<>();
    private BoardBench bench;

    @Override
    protected void setupResources() {
        bench = new BoardBench(folder);
    }

    @Override
    protected void cleanupResources() {
        bench.close();
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("smp:serial:*?probe=true&scanInterval=20&requestTimeout=300&namePattern=" + BoardBench.NAMES
                                + "&portFolder=" + folder)
                        .routeId("station")
                        .autoStartup(false)
                        .process(events::add);
            }
        };
    }

    @Test
    void saysThatAServerAnswersAndWithWhichParameters() throws Exception {
        startStation();
        bench.plugIn("board-1");

        Map<?, ?> found = body(events.take());

        assertThat(found.get("smp")).isEqualTo(true);
        assertThat(found.get("parameters")).isEqualTo(Map.of("buf_size", 2048L, "buf_count", 4L));
    }

    @Test
    void saysThatNothingAnswersAndWhy() throws Exception {
        startStation();
        bench.plugInDead("board-1");

        Map<?, ?> found = body(events.take());

        assertThat(found.get("smp")).isEqualTo(false);
        assertThat(found.get("reason")).asString().contains("no answer");
        assertThat(found.containsKey("parameters")).isFalse();
    }

    @Test
    void closesThePortOfWhatDoesNotAnswer() throws Exception {
        startStation();
        bench.plugInDead("board-1");
        events.take();

        assertThat(SmpConnections.of(context).inUse()).isEmpty();
    }

    @Test
    void tellsWithTheLossWhatTheDeviceAnswered() throws Exception {
        startStation();
        bench.plugIn("board-1");
        events.take();
        bench.unplug("board-1");

        Exchange lost = events.take();

        assertThat(lost.getMessage().getHeader("CamelSmpEvent")).isEqualTo("lost");
        assertThat(body(lost).get("smp")).isEqualTo(true);
    }

    @Test
    void asksOverTheConnectionThatAnotherEndpointHasUnderAnotherName() throws Exception {
        bench.plugIn("board-1");
        String port = realPort("board-1");
        template.requestBodyAndHeader(
                "smp:serial:" + port + "?lineLength=256", null, "CamelSmpOperation", "parameters");
        startStation();

        Map<?, ?> found = body(events.take());

        assertThat(found.get("address")).isEqualTo(bench.address("board-1"));
        assertThat(found.get("smp")).isEqualTo(true);
        assertThat(SmpConnections.of(context).inUse()).containsExactly(new SmpAddress("serial", port));
    }

    @Test
    void leavesTheConnectionOpenForWhoeverWorksOnTheDeviceNext() throws Exception {
        startStation();
        bench.plugIn("board-1");
        events.take();

        assertThat(SmpConnections.of(context).inUse()).containsExactly(SmpAddress.parse(bench.address("board-1")));
    }

    private void startStation() throws Exception {
        context.getRouteController().startRoute("station");
    }

    private static String realPort(String board) throws IOException {
        return folder.resolve(board).toRealPath().toString();
    }

    private static Map<?, ?> body(Exchange event) {
        return event.getMessage().getBody(Map.class);
    }
}
