package io.github.camelsmp.client.routine;

/** Tells who listens to several images of the upload of one. */
record ImageProgress(int image, UpgradeListener listener) implements ProgressListener {

    @Override
    public void progress(long offset, long length) {
        listener.progress(image, offset, length);
    }

    @Override
    public void window(int size, int inFlight) {
        listener.window(size, inFlight);
    }
}
