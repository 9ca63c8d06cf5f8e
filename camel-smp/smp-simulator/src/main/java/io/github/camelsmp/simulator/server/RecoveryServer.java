package io.github.camelsmp.simulator.server;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The SMP layer of MCUboot's recovery (protocol.md 16.1): one request at a time, errors only as {@code rc}, whatever the
 * version bits, and no great care about what else a header says.
 */
public final class RecoveryServer implements ManagementServer {

    private final Commands commands;
    private final Supplier<RequestInterceptor> interceptor;

    /** What the recovery can do. */
    @FunctionalInterface
    public interface Commands {

        /**
         * Does what was asked.
         *
         * @return the answers; none to stay silent
         * @throws Refusal with a plain code
         */
        List<Answer> handle(Request request);
    }

    /**
     * @param interceptor asked before every request
     */
    public RecoveryServer(Commands commands, Supplier<RequestInterceptor> interceptor) {
        this.commands = commands;
        this.interceptor = interceptor;
    }

    @Override
    public boolean answersFromPool() {
        return false;
    }

    @Override
    public List<Reply> answerWithoutBuffer(byte[] packet) {
        return List.of();
    }

    @Override
    public List<Reply> answer(byte[] packet) {
        if (packet.length < RequestHeader.SIZE) {
            return List.of();
        }
        RequestHeader header = RequestHeader.read(packet, 0);
        boolean longer = packet.length - RequestHeader.SIZE > header.length();
        if (longer || header.op() != 0 && header.op() != 2) {
            return List.of();
        }
        try {
            Request request = new Request(header, packet, RequestHeader.SIZE, packet.length - RequestHeader.SIZE);
            return Interception.carryOut(interceptor.get().decide(request), () -> execute(header, request));
        } catch (Refusal refusal) {
            return List.of(new Reply(refuse(header, refusal)));
        }
    }

    private List<byte[]> execute(RequestHeader header, Request request) {
        try {
            return commands.handle(request).stream()
                    .map(answer -> encode(header, answer.keys()))
                    .toList();
        } catch (Refusal refusal) {
            return List.of(refuse(header, refusal));
        }
    }

    private static byte[] refuse(RequestHeader header, Refusal refusal) {
        return encode(header, Map.of("rc", refusal.code()));
    }

    /** It adds one to the first byte, so the version bits come back as they were. */
    private static byte[] encode(RequestHeader header, Map<String, Object> keys) {
        return header.answer(header.version(), AnswerEncoder.encode(keys, false));
    }
}
