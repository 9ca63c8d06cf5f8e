package io.github.camelsmp.ble;

import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.github.camelsmp.ble.rig.Air;
import io.github.camelsmp.ble.rig.Rig;
import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.SmpConnection;
import io.github.camelsmp.protocol.transport.Bluetooth;
import io.github.camelsmp.protocol.transport.TransportOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** Everything from a client to a device, new for every test. */
@Timeout(120)
abstract class RigTest<A extends Air> {

    final A air;
    final Rig rig;

    RigTest(A air) {
        this.air = air;
        this.rig = new Rig(air);
    }

    @AfterEach
    void closeRig() {
        rig.close();
    }

    /** Options with so much time to connect. */
    static SmpClientOptions connecting(Duration limit) {
        return with(TransportOptions.DEFAULT.withConnectTimeout(limit));
    }

    /** Options for a radio. */
    static SmpClientOptions over(Bluetooth radio) {
        return with(TransportOptions.DEFAULT.withBluetooth(radio).withConnectTimeout(Duration.ofSeconds(3)));
    }

    private static SmpClientOptions with(TransportOptions transport) {
        return SmpClientOptions.DEFAULT.withTransport(transport).withReconnectDelay(Duration.ofMillis(50));
    }

    static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(60, TimeUnit.SECONDS);
    }

    /** Why a device cannot be connected to, found out by trying; that time was up is not the reason. */
    static Throwable trouble(SmpClient client) {
        SmpConnection connection = client.connection();
        connection.keepOpen();
        await().atMost(Duration.ofSeconds(60)).until(() -> connection
                .trouble()
                .filter(trouble -> !trouble.getMessage().contains("was not open within"))
                .isPresent());
        return connection.trouble().orElseThrow();
    }

    /** What a future fails with. */
    static Throwable failure(CompletableFuture<?> future) {
        Throwable failure = catchThrowable(() -> get(future));
        return failure instanceof ExecutionException wrapped ? wrapped.getCause() : failure;
    }
}
