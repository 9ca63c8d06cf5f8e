package io.github.camelsmp.examples.fleet;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/**
 * Listens to devices while they are worked on, and tells the route {@code progress} of every so many percent. It tells
 * aside from the transaction of the job: what happens is true also when the job is taken back.
 */
public final class Progress implements CamelContextAware {

    private final int step;
    private final Map<String, Consumer> heard = new ConcurrentHashMap<>();
    private CamelContext context;
    private ProducerTemplate route;

    /** @param step in percent, 1 to 100 */
    public Progress(int step) {
        this.step = step;
    }

    @Override
    public CamelContext getCamelContext() {
        return context;
    }

    @Override
    public void setCamelContext(CamelContext value) {
        context = value;
        route = value.createProducerTemplate();
    }

    /** Listens from now on. */
    public void begin(String device) throws Exception {
        tell(device, "began");
        Percent percent = new Percent(step);
        Consumer consumer = context.getEndpoint("smp:" + device + "?events=progress")
                .createConsumer(event -> progressed(device, percent, event));
        heard.put(device, consumer);
        consumer.start();
    }

    private void progressed(String device, Percent percent, Exchange event) {
        Map<?, ?> body = event.getMessage().getBody(Map.class);
        long offset = ((Number) body.get("offset")).longValue();
        long length = ((Number) body.get("length")).longValue();
        if (percent.isNews(offset, length)) {
            tell(device, Percent.of(offset, length) + " %");
        }
    }

    private void tell(String device, String words) {
        route.sendBodyAndHeader("seda:progress?discardWhenFull=true", words, "device", device);
    }

    /** Listens no longer. */
    public void end(String device) {
        Consumer consumer = heard.remove(device);
        if (consumer != null) {
            consumer.stop();
        }
    }
}
