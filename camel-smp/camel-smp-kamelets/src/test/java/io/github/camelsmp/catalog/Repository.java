package io.github.camelsmp.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The files of the repository that users read: guides, examples, Kamelets, routes among the resources of tests. */
final class Repository {

    static final Path ROOT = Path.of("..", "..");

    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", "generated");

    private Repository() {}

    /** Files in YAML. */
    static List<Path> yamlFiles() {
        return files(
                file -> file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"));
    }

    /** Guides and the pages of folders. */
    static List<Path> texts() {
        return files(
                file -> file.toString().endsWith(".adoc") || file.toString().endsWith(".md"));
    }

    /** Java of the examples. The tests of the component have wrong endpoints on purpose. */
    static List<Path> exampleSources() {
        return files(file -> file.toString().endsWith(".java") && file.startsWith(ROOT.resolve("examples")));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a message names a file. */
    static String name(Path file) {
        return ROOT.relativize(file).toString();
    }

    private static List<Path> files(Predicate<Path> wanted) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = folder.getFileName().toString();
                    boolean hidden = name.startsWith(".") && !name.equals("..");
                    return hidden || NOT_OURS.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (wanted.test(file)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().sorted().toList();
    }
}
