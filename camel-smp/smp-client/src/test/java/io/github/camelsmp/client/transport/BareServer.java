package io.github.camelsmp.client.transport;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpMessage;
import java.util.Optional;

/** The least a server answers: echo, parameters, and {@code rc} 8 to everything else. */
final class BareServer {
    private final int bufferSize;
    private final int bufferCount;

    BareServer(int bufferSize, int bufferCount) {
        this.bufferSize = bufferSize;
        this.bufferCount = bufferCount;
    }

    byte[] answer(byte[] request) {
        SmpMessage message = SmpMessage.decode(request);
        return SmpMessage.encodeResponse(message.header(), payload(message));
    }

    private CborMap payload(SmpMessage request) {
        Optional<Integer> osCommand =
                request.header().group() == 0 ? Optional.of(request.header().command()) : Optional.empty();
        return switch (osCommand.orElse(-1)) {
            case 0 -> CborMap.builder().put("r", request.payload().text("d")).build();
            case 6 ->
                CborMap.builder()
                        .put("buf_size", bufferSize)
                        .put("buf_count", bufferCount)
                        .build();
            default -> CborMap.builder().put("rc", 8).build();
        };
    }
}
