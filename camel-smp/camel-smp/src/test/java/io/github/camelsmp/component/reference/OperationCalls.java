package io.github.camelsmp.component.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.camelsmp.component.SmpConstants;
import io.github.camelsmp.component.SmpOperation;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.server.Verdict;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** Which operation sends which command, found out by doing them all with a simulated device. */
final class OperationCalls {

    private static final Map<String, Object> NOTHING = Map.of();
    private static final Map<String, Object> PATH = Map.of(SmpConstants.PATH, Boards.FILE);
    private static final Map<String, Object> SETTING = Map.of(SmpConstants.NAME, "a/b");
    private static final Map<String, Object> HASH = Map.of(SmpConstants.HASH, Boards.SECONDARY.hash());

    private OperationCalls() {}

    static Senders find() throws Exception {
        Senders senders = new Senders();
        try (CamelContext context = new DefaultCamelContext()) {
            context.start();
            ProducerTemplate template = context.createProducerTemplate();
            for (SmpOperation operation : SmpOperation.values()) {
                if (operation != SmpOperation.request) {
                    send(operation, template, senders);
                }
            }
        }
        return senders;
    }

    private static void send(SmpOperation operation, ProducerTemplate template, Senders senders) throws Exception {
        try (SimulatedDevice board = Boards.zephyr("operation-" + operation)) {
            String uri = "smp:" + board.address();
            template.requestBody(uri + "?operation=dateTimeWrite", "2026-01-02T03:04:05");
            board.intercept(request -> {
                senders.note(operation.name(), request);
                return Verdict.execute();
            });
            Exchange answer = template.request(uri + "?operation=" + operation, exchange -> {
                exchange.getMessage().setHeaders(arguments(operation));
                exchange.getMessage().setBody(body(operation));
            });
            if (answer.getException() != null) {
                throw answer.getException();
            }
        }
    }

    private static Map<String, Object> arguments(SmpOperation operation) {
        return new HashMap<>(
                switch (operation) {
                    case imageTest, imageConfirm -> HASH;
                    case statisticsRead -> Map.of(SmpConstants.NAME, "smp_svr_stats");
                    case settingsRead, settingsWrite, settingsDelete -> SETTING;
                    case fileUpload, fileDownload, fileStatus, fileHash -> PATH;
                    default -> NOTHING;
                });
    }

    private static Object body(SmpOperation operation) {
        return switch (operation) {
            case firmwareUpgrade, imageUpload -> Boards.NEW.bytes();
            case settingsWrite, fileUpload -> "sand and stones".getBytes(UTF_8);
            case dateTimeWrite -> "2026-01-02T03:04:05";
            case shell -> "kernel version";
            default -> "text";
        };
    }
}
