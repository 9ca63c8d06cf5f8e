package io.github.camelsmp.ble;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The radios in use, each shared by all who use it. One opens with its first user and closes with its last; one that was
 * lost is replaced for those who come after.
 */
final class Radios {

    private record Key(BleBackend backend, Optional<String> adapter) {}

    private static final class Shared {
        private final Radio radio;
        private int users;

        Shared(Radio radio) {
            this.radio = radio;
        }
    }

    private final Map<Key, Shared> open = new HashMap<>();
    private final List<Shared> replaced = new ArrayList<>();

    /**
     * Begins to use a radio; every call wants its {@link #release}.
     *
     * @throws IOException if it is not to be had, saying what to do
     */
    synchronized Radio acquire(BleBackend backend, Optional<String> adapter) throws IOException, InterruptedException {
        Key key = new Key(backend, adapter);
        Shared shared = open.get(key);
        if (shared == null || shared.radio.isLost()) {
            Shared opened = new Shared(new Radio(backend, adapter));
            if (shared != null) {
                replaced.add(shared);
            }
            open.put(key, opened);
            shared = opened;
        }
        shared.users++;
        return shared.radio;
    }

    synchronized void release(Radio radio) {
        open.values().removeIf(shared -> isOver(shared, radio));
        replaced.removeIf(shared -> isOver(shared, radio));
    }

    private static boolean isOver(Shared shared, Radio released) {
        if (shared.radio != released || --shared.users > 0) {
            return false;
        }
        released.close();
        return true;
    }
}
