package io.github.camelsmp.client.routine;

import java.util.ArrayList;
import java.util.List;

/** Keeps what a transfer tells of its window. */
final class WindowLog implements ProgressListener {

    final List<Integer> sizes = new ArrayList<>();
    final List<Integer> inFlight = new ArrayList<>();

    @Override
    public void progress(long offset, long length) {}

    @Override
    public void window(int size, int requests) {
        sizes.add(size);
        inFlight.add(requests);
    }
}
