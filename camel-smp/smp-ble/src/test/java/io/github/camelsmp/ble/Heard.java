package io.github.camelsmp.ble;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a radio and a link tell. */
final class Heard implements BleCentralListener, BleLinkListener {

    private final List<BlePeer> seen = new CopyOnWriteArrayList<>();
    private final List<byte[]> notifications = new CopyOnWriteArrayList<>();
    private final List<String> losses = new CopyOnWriteArrayList<>();

    @Override
    public void seen(BlePeer peer) {
        seen.add(peer);
    }

    @Override
    public void notified(byte[] chunk) {
        notifications.add(chunk);
    }

    @Override
    public void lost(String reason) {
        losses.add(reason);
    }

    List<BlePeer> seen() {
        return seen;
    }

    List<byte[]> notifications() {
        return notifications;
    }

    List<String> losses() {
        return losses;
    }
}
