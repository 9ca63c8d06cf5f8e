package io.github.camelsmp.component;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.sun.management.ThreadMXBean;
import io.github.camelsmp.protocol.SmpMessage;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.serial.ConsoleDecoder;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultMessage;
import org.apache.camel.support.service.ServiceHelper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/**
 * What reaches the component from outside, with inputs that Jazzer finds: URIs of endpoints, and events of devices. A build
 * runs the inputs that are kept beside the test; {@code JAZZER_FUZZ=1} in the environment goes looking for more.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutsideFuzzTest {

    private static final int MOST_RUNS = 4;
    private static final long BYTES_AT_ALL = 1 << 20;
    private static final long BYTES_FOR_EACH_BYTE = 800;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Set<String> HEADERS_OF_LINES =
            Set.of(SmpConstants.LOG_LEVEL, SmpConstants.LOG_MODULE, SmpConstants.LOG_TEXT, SmpConstants.LOG_UPTIME);

    private final CamelContext context = new DefaultCamelContext();
    private final SmpComponent component = context.getComponent("smp", SmpComponent.class);

    /** One that was not started keeps every property that was looked for. */
    @BeforeAll
    void start() {
        context.start();
    }

    @AfterAll
    void stop() {
        context.stop();
    }

    /** Who writes URIs may read files and make beans, so those that do are left out here. */
    @FuzzTest(maxDuration = "1h", maxExecutions = 10_000_000)
    void uri(byte[] input) {
        String uri = "smp:" + new String(input, StandardCharsets.UTF_8);
        if (uri.indexOf('#') < 0 && uri.indexOf('%') < 0 && !uri.contains("trustedKey")) {
            makesAnEndpointOrRefuses(uri);
        }
    }

    private void makesAnEndpointOrRefuses(String uri) {
        try {
            ServiceHelper.initService(component.createEndpoint(uri));
        } catch (Exception refusal) {
            boolean typed = refusal instanceof IllegalArgumentException && !(refusal instanceof NumberFormatException)
                    || refusal instanceof ResolveEndpointFailedException
                    || refusal instanceof PropertyBindingException
                    || refusal instanceof URISyntaxException;
            if (!typed || refusal.getMessage().isBlank()) {
                throw new AssertionError(uri + " is refused without a clear word", refusal);
            }
        }
    }

    @FuzzTest(maxDuration = "1h", maxExecutions = 10_000_000)
    void event(byte[] input) {
        requireBound(input, () -> {
            ConsoleDecoder decoder = new ConsoleDecoder(new Events(context));
            decoder.feed(input, 0, input.length);
            decoder.flushLine();
        });
    }

    /** The bodies and headers that a consumer makes of what it hears. */
    private record Events(CamelContext context) implements ConsoleDecoder.Listener {
        @Override
        public void message(byte[] message) {
            try {
                SmpEvent.message(SmpMessage.decode(message));
            } catch (SmpProtocolException refused) {
                refused.getMessage();
            }
        }

        @Override
        public void line(String line) {
            Message message = new DefaultMessage(context);
            message.setBody(ConsoleText.withoutAnsi(line));
            ZephyrLogLine.parse(line).ifPresent(log -> log.writeTo(message));
            if (!HEADERS_OF_LINES.containsAll(message.getHeaders().keySet())) {
                throw new AssertionError("headers are " + message.getHeaders());
            }
        }

        @Override
        public void discarded(String reason) {
            reason.length();
        }
    }

    /** What is allocated once, for classes that were not loaded before, does not count. */
    private static void requireBound(byte[] input, Runnable work) {
        long bound = BYTES_AT_ALL + BYTES_FOR_EACH_BYTE * input.length;
        long least = Long.MAX_VALUE;
        for (int run = 0; run < MOST_RUNS && least > bound; run++) {
            least = Math.min(least, allocated(work));
        }
        if (least > bound) {
            throw new AssertionError("allocated " + least + " bytes for an input of " + input.length);
        }
    }

    private static long allocated(Runnable work) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
