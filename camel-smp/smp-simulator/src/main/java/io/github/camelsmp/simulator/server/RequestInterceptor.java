package io.github.camelsmp.simulator.server;

/**
 * Sees every request before it is executed and decides what becomes of it. With it a test puts a fault exactly where it
 * wants it:
 *
 * <pre>{@code
 * AtomicBoolean once = new AtomicBoolean(true);
 * device.intercept(request -> request.header().group() == 1 && request.header().command() == 0
 *                 && request.header().op() == 2 && once.getAndSet(false)
 *         ? Verdict.loseAnswer()
 *         : Verdict.execute());
 * }</pre>
 */
@FunctionalInterface
public interface RequestInterceptor {

    /** Lets everything happen. */
    RequestInterceptor NONE = request -> Verdict.execute();

    /** Decides. Called while the device does nothing else; it may call the device, and must not block. */
    Verdict decide(Request request);
}
