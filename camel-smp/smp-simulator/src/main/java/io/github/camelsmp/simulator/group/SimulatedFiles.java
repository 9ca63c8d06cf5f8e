package io.github.camelsmp.simulator.group;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The file system of a device. It survives resets, and may be read and changed at any time, from any thread. */
public final class SimulatedFiles {

    private final Map<String, Boolean> mounts = new TreeMap<>();
    private final Map<String, Content> files = new TreeMap<>();
    private long capacity = Long.MAX_VALUE;

    /**
     * Adds a mount point.
     *
     * @param path e.g. {@code /lfs1}
     */
    public SimulatedFiles mount(String path) {
        return mount(path, false);
    }

    /** Adds a mount point that cannot be written. */
    public SimulatedFiles mountReadOnly(String path) {
        return mount(path, true);
    }

    private synchronized SimulatedFiles mount(String path, boolean readOnly) {
        if (!path.matches("/[^/]+")) {
            throw new IllegalArgumentException("a mount point looks like /lfs1, not like '" + path + "'");
        }
        mounts.put(path, readOnly);
        return this;
    }

    /** Bytes that fit in all files together; no limit unless told. */
    public synchronized SimulatedFiles capacity(long bytes) {
        capacity = bytes;
        return this;
    }

    /** Puts a file there. */
    public synchronized SimulatedFiles put(String path, byte[] content) {
        Content file = new Content();
        file.append(content, content.length);
        files.put(path, file);
        return this;
    }

    /** What a file holds; empty if there is none. */
    public synchronized Optional<byte[]> get(String path) {
        return Optional.ofNullable(files.get(path)).map(file -> file.read(0, file.length()));
    }

    synchronized Optional<Content> content(String path) {
        return Optional.ofNullable(files.get(path));
    }

    synchronized boolean isMounted(String path) {
        return mounts.containsKey(mountOf(path));
    }

    synchronized boolean isReadOnly(String path) {
        return mounts.getOrDefault(mountOf(path), false);
    }

    synchronized boolean isFolder(String path) {
        String inside = path.endsWith("/") ? path : path + "/";
        return mounts.containsKey(path) || files.keySet().stream().anyMatch(file -> file.startsWith(inside));
    }

    private static String mountOf(String path) {
        int slash = path.indexOf('/', 1);
        return slash < 0 ? path : path.substring(0, slash);
    }

    /** Makes a file, or empties the one that is there. */
    synchronized Content truncate(String path) {
        Content file = new Content();
        files.put(path, file);
        return file;
    }

    synchronized boolean hasRoomFor(int more) {
        long used = files.values().stream().mapToLong(Content::length).sum();
        return more <= capacity - used;
    }

    /** The bytes of one file. Grows without being copied for each piece. */
    static final class Content {

        private byte[] bytes = new byte[64];
        private int length;

        synchronized int length() {
            return length;
        }

        synchronized byte[] read(int offset, int count) {
            return Arrays.copyOfRange(bytes, offset, Math.min(length, offset + count));
        }

        synchronized void append(byte[] data, int count) {
            if (length + count > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(length + count, 2 * bytes.length));
            }
            System.arraycopy(data, 0, bytes, length, count);
            length += count;
        }
    }
}
