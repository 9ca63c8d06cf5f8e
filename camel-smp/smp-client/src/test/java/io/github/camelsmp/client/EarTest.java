package io.github.camelsmp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.transport.TransportListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;

/** What a line brings after its loop has ended, as the last text of a serial port may. */
class EarTest {

    @Test
    void isDeafOnceTheLoopHasEnded() {
        List<String> heard = new ArrayList<>();
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
        Ear ear = new Ear(new Loop(executor, System::nanoTime), candidate -> true, new TransportListener() {
            @Override
            public void message(byte[] message) {
                heard.add("message");
            }

            @Override
            public void console(String line) {
                heard.add(line);
            }

            @Override
            public void closed(SmpTransportException reason) {
                heard.add("closed");
            }
        });
        executor.shutdownNow();

        assertThatNoException().isThrownBy(() -> ear.console("too late"));

        assertThat(heard).isEmpty();
    }
}
