package io.github.camelsmp.component;

import io.github.camelsmp.client.routine.UpgradeListener;
import java.util.HashMap;
import java.util.Map;

/** Makes events of what an upgrade tells: its stages, and the progress of each of its images. */
final class UpgradeReport implements UpgradeListener {

    private final LongOperation operation;
    private final Map<Integer, ProgressReport> images = new HashMap<>();

    UpgradeReport(LongOperation operation) {
        this.operation = operation;
    }

    @Override
    public void stage(String name, boolean ended) {
        operation.stage(name, ended);
    }

    @Override
    public void progress(int image, long offset, long length) {
        images.computeIfAbsent(image, operation::progress).progress(offset, length);
    }

    @Override
    public void window(int size, int inFlight) {
        operation.window(size, inFlight);
    }
}
