package io.github.camelsmp.client.discovery;

import io.github.camelsmp.protocol.SmpTransportException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A folder of links that keep the names of ports stable. Linux has {@code /dev/serial/by-id} as long as something on USB
 * is plugged in.
 */
record PortFolder(Path path) {

    /**
     * The links that lead to a port at the moment, and the port; sorted by name, empty if there is no such folder.
     *
     * @throws SmpTransportException if the folder cannot be read
     */
    SortedMap<Path, Path> links() {
        SortedMap<Path, Path> links = new TreeMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path.toAbsolutePath(), Files::isSymbolicLink)) {
            for (Path link : entries) {
                port(link).ifPresent(port -> links.put(link, port));
            }
        } catch (NoSuchFileException e) {
            return new TreeMap<>();
        } catch (DirectoryIteratorException e) {
            throw unreadable(e.getCause());
        } catch (IOException e) {
            throw unreadable(e);
        }
        return links;
    }

    /** The device that a link leads to, if it does. */
    private static Optional<Path> port(Path link) {
        try {
            Path port = link.toRealPath();
            boolean isDevice =
                    Files.readAttributes(port, BasicFileAttributes.class).isOther();
            return isDevice ? Optional.of(port) : Optional.empty();
        } catch (IOException e) {
            // the link outlived its port, or lost it just now: nothing is plugged in
            return Optional.empty();
        }
    }

    private SmpTransportException unreadable(IOException cause) {
        return new SmpTransportException("serial:*", "portFolder " + path + " cannot be read: " + cause, cause);
    }
}
