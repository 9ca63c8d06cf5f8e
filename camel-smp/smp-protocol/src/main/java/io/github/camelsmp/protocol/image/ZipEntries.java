package io.github.camelsmp.protocol.image;

import io.github.camelsmp.protocol.SmpImageException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Unpacks a ZIP in memory, as far as that is reasonable. */
final class ZipEntries {

    private static final int MOST_ENTRIES = 128;

    /** Bytes of all entries together once they are unpacked. */
    private static final int LARGEST_CONTENT = 64 << 20;

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private int entries;
    private int unpacked;

    private ZipEntries() {}

    /**
     * The files at the top of a ZIP by name; those in folders are left out.
     *
     * @throws SmpImageException if it is damaged, holds too much, or a name leads out of the package
     */
    static Map<String, byte[]> read(byte[] zip) {
        ZipEntries read = new ZipEntries();
        try (ZipInputStream stream = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                read.take(entry.getName(), stream);
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw new SmpImageException("the ZIP package cannot be unpacked: " + damaged.getMessage(), damaged);
        }
        return read.files;
    }

    private void take(String name, ZipInputStream stream) throws IOException {
        requireInside(name);
        if (++entries > MOST_ENTRIES) {
            throw new SmpImageException("the ZIP package holds more than " + MOST_ENTRIES + " entries");
        }
        byte[] content = stream.readNBytes(LARGEST_CONTENT - unpacked + 1);
        unpacked += content.length;
        if (unpacked > LARGEST_CONTENT) {
            throw new SmpImageException("the ZIP package unpacks to more than " + LARGEST_CONTENT + " bytes");
        }
        if (isPlainName(name) && files.put(name, content) != null) {
            throw new SmpImageException("the ZIP package holds '" + name + "' twice");
        }
    }

    private static void requireInside(String name) {
        boolean leadsOut = name.startsWith("/")
                || name.contains("\\")
                || name.contains(":")
                || ("/" + name + "/").contains("/../")
                || name.indexOf('\0') >= 0;
        if (leadsOut) {
            throw new SmpImageException("the ZIP package holds the entry '" + name + "', whose name leads out of it");
        }
    }

    /** Whether a name is that of a file at the top. */
    static boolean isPlainName(String name) {
        return !name.contains("/") && !name.contains("\\") && !name.equals("..") && !name.equals(".");
    }
}
