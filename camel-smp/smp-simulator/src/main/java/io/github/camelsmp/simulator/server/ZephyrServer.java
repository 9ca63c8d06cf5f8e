package io.github.camelsmp.simulator.server;

import io.github.camelsmp.simulator.flash.PowerLost;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The SMP layer of Zephyr (protocol.md 1 to 3): finds the command, executes it, and reports errors in both forms. */
public final class ZephyrServer implements ManagementServer {

    private static final Logger LOG = LoggerFactory.getLogger(ZephyrServer.class);
    private static final int READ = 0;
    private static final int WRITE = 2;

    private final ServerTraits traits;
    private final Map<Integer, CommandGroup> groups;
    private final Supplier<RequestInterceptor> interceptor;

    /**
     * @param groups by their ids
     * @param interceptor asked before every request
     */
    public ZephyrServer(
            ServerTraits traits, Map<Integer, CommandGroup> groups, Supplier<RequestInterceptor> interceptor) {
        this.traits = traits;
        this.groups = groups;
        this.interceptor = interceptor;
    }

    @Override
    public boolean answersFromPool() {
        return true;
    }

    @Override
    public List<Reply> answerWithoutBuffer(byte[] packet) {
        if (packet.length < RequestHeader.SIZE) {
            return List.of();
        }
        return List.of(new Reply(refuse(RequestHeader.read(packet, 0), Refusal.rc(Refusal.ENOMEM))));
    }

    /** A packet may hold several requests back to back; the first that fails ends it. */
    @Override
    public List<Reply> answer(byte[] packet) {
        List<Reply> replies = new ArrayList<>();
        int at = 0;
        while (packet.length - at >= RequestHeader.SIZE) {
            RequestHeader header = RequestHeader.read(packet, at);
            at += RequestHeader.SIZE;
            if (packet.length - at < header.length()) {
                replies.add(new Reply(refuse(header, Refusal.rc(Refusal.ECORRUPT))));
                return replies;
            }
            try {
                replies.addAll(execute(header, packet, at));
            } catch (Refusal refusal) {
                replies.add(new Reply(refuse(header, refusal)));
                if (refusal.isPlain()) {
                    return replies;
                }
            }
            at += header.length();
        }
        return replies;
    }

    private List<Reply> execute(RequestHeader header, byte[] packet, int at) {
        requireKnownVersion(header);
        CommandHandler handler = handler(header);
        Request request = new Request(header, packet, at, header.length());
        Verdict verdict = interceptor.get().decide(request);
        return Interception.carryOut(verdict, () -> List.of(answerOrRefusal(header, handler, request)));
    }

    private void requireKnownVersion(RequestHeader header) {
        if (header.version() > 1) {
            throw Refusal.rc(Refusal.TOO_NEW);
        }
        if (header.version() == 0 && !traits.original()) {
            throw Refusal.rc(Refusal.TOO_OLD);
        }
    }

    private CommandHandler handler(RequestHeader header) {
        CommandGroup group = groups.get(header.group());
        if (group == null || header.op() != READ && header.op() != WRITE) {
            throw Refusal.rc(Refusal.ENOTSUP);
        }
        return group.handler(header.op(), header.command()).orElseThrow(() -> Refusal.rc(Refusal.ENOTSUP));
    }

    private byte[] answerOrRefusal(RequestHeader header, CommandHandler handler, Request request) {
        try {
            return success(header, handler.handle(request));
        } catch (Refusal refusal) {
            return refuse(header, refusal);
        } catch (PowerLost e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("command {} of group {} failed in its own code", header.command(), header.group(), e);
            return refuse(header, Refusal.rc(Refusal.EUNKNOWN));
        }
    }

    private byte[] success(RequestHeader header, Answer answer) {
        if (traits.successCode() && !answer.keys().containsKey("rc")) {
            answer.and("rc", 0);
        }
        byte[] message = encode(header, answer.keys());
        return message.length <= traits.bufferSize() ? message : refuse(header, Refusal.rc(Refusal.EMSGSIZE));
    }

    private byte[] refuse(RequestHeader header, Refusal refusal) {
        Map<String, Object> keys = new LinkedHashMap<>();
        if (refusal.isPlain()) {
            keys.put("rc", refusal.code());
            keys.putAll(refusal.beside());
        } else if (answerVersion(header) == 0) {
            keys.put("rc", translated(refusal));
            if (traits.verbose() && !refusal.reason().isEmpty()) {
                keys.put("rsn", refusal.reason());
            }
        } else {
            keys.put("err", error(refusal));
            keys.putAll(refusal.beside());
        }
        return encode(header, keys);
    }

    private static Map<String, Object> error(Refusal refusal) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("group", refusal.group());
        error.put("rc", refusal.code());
        return error;
    }

    private int translated(Refusal refusal) {
        CommandGroup group = groups.get(refusal.group());
        return group == null ? Refusal.EUNKNOWN : group.version1Code(refusal.code());
    }

    private byte[] encode(RequestHeader header, Map<String, Object> keys) {
        return header.answer(answerVersion(header), AnswerEncoder.encode(keys, traits.definite()));
    }

    /** The lower of what was asked in and what the server knows. */
    private int answerVersion(RequestHeader header) {
        return Math.min(header.version(), traits.version() - 1);
    }
}
