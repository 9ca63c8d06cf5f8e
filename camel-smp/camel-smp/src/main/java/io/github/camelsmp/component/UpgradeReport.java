package io.github.camelsmp.component;

import io.github.camelsmp.client.routine.UpgradeListener;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** Makes events of what an upgrade tells: its stages, and the progress of each of its images. */
final class UpgradeReport implements UpgradeListener {

    private final SharedConnection device;
    private final IntFunction<ProgressReport> reports;
    private final Map<Integer, ProgressReport> images = new HashMap<>();

    /** @param reports makes the report of an image */
    UpgradeReport(SharedConnection device, IntFunction<ProgressReport> reports) {
        this.device = device;
        this.reports = reports;
    }

    /** What was withheld of a stage comes before its end. */
    @Override
    public void stage(String name, boolean ended) {
        end();
        device.publish(SmpEvent.stage(name, ended));
    }

    /** Tells what was withheld; nothing more comes for now. */
    void end() {
        images.values().forEach(ProgressReport::end);
    }

    @Override
    public void progress(int image, long offset, long length) {
        images.computeIfAbsent(image, reports::apply).progress(offset, length);
    }
}
