package io.github.camelsmp.ble;

import java.io.IOException;
import java.util.function.Consumer;

/** Steps by which something is let go of. They are taken even by a thread that is interrupted. */
public final class LettingGo {

    /** Something that may block, and may fail. */
    public interface Step {
        /**
         * @throws IOException if it came to nothing
         * @throws InterruptedException if the thread was interrupted while it waited
         */
        void take() throws IOException, InterruptedException;
    }

    private LettingGo() {}

    /**
     * Takes a step. The thread is interrupted afterwards if it was before, or became so meanwhile.
     *
     * @param failed hears why the step came to nothing
     */
    public static void of(Step step, Consumer<IOException> failed) {
        boolean interrupted = Thread.interrupted();
        try {
            step.take();
        } catch (IOException e) {
            failed.accept(e);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
