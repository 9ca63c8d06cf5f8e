package io.github.camelsmp.protocol.image;

import io.github.camelsmp.protocol.SmpImageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Nordic's DFU package: a ZIP of images with a manifest that says which is which (protocol.md 19.3). */
public final class DfuPackage {

    private static final String MANIFEST = "manifest.json";

    private final Map<String, Object> manifest;
    private final List<DfuFile> files;

    private DfuPackage(Map<String, Object> manifest, List<DfuFile> files) {
        this.manifest = manifest;
        this.files = List.copyOf(files);
    }

    /**
     * Unpacks a package in memory. Its images are not looked into.
     *
     * @throws SmpImageException if it is damaged, unpacks to more than 64 MiB, a name in it leads out of it, or its
     *     manifest is missing, malformed, or names a file that is not there
     */
    public static DfuPackage parse(byte[] zip) {
        Map<String, byte[]> entries = ZipEntries.read(zip);
        byte[] json = entries.get(MANIFEST);
        if (json == null) {
            throw new SmpImageException(
                    "the ZIP package holds no " + MANIFEST + ", it is no DFU package; there are " + entries.keySet());
        }
        Map<String, Object> manifest = ManifestJson.parse(json);
        if (!(manifest.get("files") instanceof List<?> listed) || listed.isEmpty()) {
            throw new SmpImageException(MANIFEST + " lists no 'files'");
        }
        List<DfuFile> files = new ArrayList<>();
        for (Object entry : listed) {
            files.add(file(entry, entries));
        }
        return new DfuPackage(manifest, files);
    }

    private static DfuFile file(Object listed, Map<String, byte[]> entries) {
        if (!(listed instanceof Map<?, ?> map)) {
            throw new SmpImageException("one of the 'files' in " + MANIFEST + " is not an object");
        }
        @SuppressWarnings("unchecked") // keys of JSON objects are texts
        ManifestEntry entry = new ManifestEntry((Map<String, Object>) map);
        byte[] content = entries.get(entry.name());
        if (content == null) {
            throw new SmpImageException(
                    MANIFEST + " names the file '" + entry.name() + "', which is not in the package");
        }
        return DfuFile.read(entry, content);
    }

    /** What the package calls itself; empty if it has no name. */
    public String name() {
        return manifest.get("name") instanceof String name ? name : "";
    }

    /** When it was made, in seconds since 1970; empty if the manifest does not say. */
    public OptionalLong time() {
        return manifest.get("time") instanceof Long seconds ? OptionalLong.of(seconds) : OptionalLong.empty();
    }

    /** All the manifest says, in plain Java values. */
    public Map<String, Object> manifest() {
        return manifest;
    }

    /** The files in the order of the manifest, in which they are to be uploaded. */
    public List<DfuFile> files() {
        return files;
    }

    /** The numbers of the images it brings, in the order of the manifest; SUIT files count for none. */
    public List<Integer> images() {
        return files.stream()
                .filter(file -> !file.isSuit())
                .map(DfuFile::image)
                .distinct()
                .toList();
    }

    /**
     * The file for a slot of an image. Where there are variants, it is the one built for that slot; if the manifest does
     * not tell which is which, they come in the order of the slots.
     *
     * @param image one of {@link #images}
     * @param slot 0 or 1 within the image: where it will be put, which for direct XIP is the slot that does not run
     * @throws SmpImageException if there is none, or more than one
     */
    public DfuFile fileFor(int image, int slot) {
        List<DfuFile> candidates = files.stream()
                .filter(file -> !file.isSuit() && file.image() == image)
                .toList();
        if (candidates.isEmpty()) {
            throw new SmpImageException("the package holds nothing for image " + image);
        }
        if (candidates.size() == 1 && !candidates.get(0).isDirectXip()) {
            return candidates.get(0);
        }
        List<DfuFile> variants = new ArrayList<>();
        for (int order = 0; order < candidates.size(); order++) {
            OptionalInt stated = candidates.get(order).variant();
            if (stated.orElse(order) == slot) {
                variants.add(candidates.get(order));
            }
        }
        if (variants.size() != 1) {
            throw new SmpImageException("of the " + candidates.size() + " files for image " + image + ", "
                    + variants.size() + " are for slot " + slot);
        }
        return variants.get(0);
    }
}
