package io.github.camelsmp.client.transport;

import io.netty.channel.EventLoop;
import java.util.concurrent.ScheduledExecutorService;

/** The loop of a connection as Netty's sockets need it. */
final class NettyLoop {
    private NettyLoop() {}

    /** @throws IllegalArgumentException if it is no event loop of Netty's */
    static EventLoop of(ScheduledExecutorService loop, String scheme) {
        if (loop instanceof EventLoop eventLoop) {
            return eventLoop;
        }
        throw new IllegalArgumentException("a " + scheme + " line lives on an event loop of Netty's, not on "
                + loop.getClass().getName() + "; let SmpResources make the connection");
    }
}
