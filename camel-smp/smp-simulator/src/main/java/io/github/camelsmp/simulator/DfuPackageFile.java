package io.github.camelsmp.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A DFU package as the build of the nRF Connect SDK makes it, for tests of what reads such files (protocol.md 19.3). */
public final class DfuPackageFile {

    private final List<String> entries = new ArrayList<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /**
     * Adds a file.
     *
     * @param more what its entry of the manifest says beside type and name, e.g. {@code "image_index": "0"}; may be empty
     */
    public DfuPackageFile with(String name, byte[] image, String more) {
        entries.add(
                "{\"type\": \"application\", \"file\": \"" + name + "\"" + (more.isEmpty() ? "" : ", " + more) + "}");
        files.put(name, image);
        return this;
    }

    /** The ZIP archive, its manifest first. */
    public byte[] bytes() {
        String manifest =
                "{\"format-version\": 0, \"time\": 1700000000, \"files\": [" + String.join(", ", entries) + "]}";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                put(zip, file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }
}
