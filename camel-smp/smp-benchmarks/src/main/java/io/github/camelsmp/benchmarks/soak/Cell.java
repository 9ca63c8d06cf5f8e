package io.github.camelsmp.benchmarks.soak;

import io.github.camelsmp.protocol.SmpException;
import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.line.Impairment;
import io.github.camelsmp.simulator.threads.SimulatorThreads;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** One upgrade of one device on one kind of line that does one thing wrong. */
final class Cell implements AutoCloseable {

    /** How it ended. */
    enum End {
        UPGRADED,
        FAILED_WITH_A_TYPE,
        /** Without a type, or with a device that cannot be upgraded when nothing goes wrong any more. */
        LOST
    }

    private static final int FIRMWARE = 4_000;
    /** What a slow line has taken it goes on to carry, while nothing else comes through. */
    private static final int MOST_REPETITIONS = 20;

    private static final String VERSION = "2.0.0";
    private static final String QUICK = "requestTimeout=500ms&eraseTimeout=1s&connectTimeout=2s&swapTimeout=10s";

    private final SimulatedDevice device;
    private final ProducerTemplate template;
    private final Endpoint endpoint;

    /**
     * @param line the kind, as {@link Cable} numbers them
     * @param links a folder for the names of pseudo-terminals
     */
    Cell(Trouble trouble, int line, long seed, SimulatorThreads threads, ProducerTemplate template, Path links) {
        this.template = template;
        device = SimulatedDevice.builder("cell-" + trouble + "-" + line + "-" + seed)
                .threads(threads)
                .running(FirmwareImage.ofSize("1.0.0", FIRMWARE))
                .slotSize(16_384)
                .resetDelay(Duration.ofMillis(20))
                .bootTime(Duration.ofMillis(100))
                .impairment(trouble.on(Impairment.NONE.withSeed(seed), new Random(seed)))
                .build();
        endpoint = template.getCamelContext()
                .getEndpoint(Cable.to(device, line, links, QUICK).uri());
    }

    CompletableFuture<End> run() {
        return upgrade().thenCompose(first -> {
            device.impair(Impairment.NONE);
            return first == End.UPGRADED
                    ? CompletableFuture.completedFuture(first)
                    : repeat(MOST_REPETITIONS).thenApply(last -> last == End.UPGRADED ? first : End.LOST);
        });
    }

    private CompletableFuture<End> repeat(int times) {
        return upgrade()
                .thenCompose(end ->
                        end == End.UPGRADED || times == 1 ? CompletableFuture.completedFuture(end) : repeat(times - 1));
    }

    private CompletableFuture<End> upgrade() {
        Exchange exchange = endpoint.createExchange();
        exchange.getMessage().setBody(FirmwareImage.ofSize(VERSION, FIRMWARE).bytes());
        exchange.getMessage().setHeaders(Job.UPGRADE.headers());
        return template.asyncSend(endpoint, exchange).handle((done, failure) -> {
            Throwable cause = failure == null ? done.getException() : failure;
            if (cause == null) {
                return device.runningVersion().filter(VERSION::equals).isPresent() ? End.UPGRADED : End.LOST;
            }
            return cause instanceof SmpException ? End.FAILED_WITH_A_TYPE : End.LOST;
        });
    }

    @Override
    public void close() {
        device.close();
    }
}
