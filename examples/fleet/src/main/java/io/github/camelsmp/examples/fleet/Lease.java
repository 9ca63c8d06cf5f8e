package io.github.camelsmp.examples.fleet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to work on a device: a lock on a file in a folder that all gateways share. The system takes it back from a
 * process that dies. A broker that restarts gives a job to another gateway while the first still works on it; it is this
 * that keeps the two apart.
 */
public final class Lease {

    private final Path folder;
    private final Map<String, FileLock> held = new ConcurrentHashMap<>();

    /** @param folder made if absent */
    public Lease(String folder) throws IOException {
        this.folder = Files.createDirectories(Path.of(folder));
    }

    /**
     * Takes it.
     *
     * @throws IllegalStateException if somebody else has it
     */
    public void take(String device) throws IOException {
        Path file = folder.resolve(device.replaceAll("[^0-9A-Za-z.-]", "_"));
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = lock(channel);
        if (lock == null) {
            channel.close();
            throw new IllegalStateException("another gateway works on " + device);
        }
        held.put(device, lock);
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Gives it back. */
    public void giveBack(String device) throws IOException {
        held.remove(device).acquiredBy().close();
    }
}
