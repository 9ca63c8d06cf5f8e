package io.github.camelsmp.jbang;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The modules of this project as a Maven repository in a folder, so that Camel can download them as users do. */
final class FileRepository {

    private static final List<String> MODULES = List.of(
            "smp-protocol",
            "smp-client",
            "smp-ble",
            "smp-simulator",
            "camel-smp",
            "camel-smp-cli",
            "camel-jbang-plugin-smp");
    private static final Path PARENT_POM = Path.of("..", "..", "pom.xml");

    private final Path folder;
    private final String version;

    private FileRepository(Path folder) throws IOException {
        this.folder = folder;
        Matcher found = Pattern.compile("<artifactId>camel-smp-parent</artifactId>\\s*<version>([^<]+)<")
                .matcher(Files.readString(PARENT_POM));
        if (!found.find()) {
            throw new IllegalStateException(PARENT_POM + " has no version");
        }
        this.version = found.group(1);
    }

    static FileRepository in(Path folder) throws IOException {
        FileRepository repository = new FileRepository(folder);
        repository.put("camel-smp-parent", ".pom", Files.readAllBytes(PARENT_POM));
        for (String module : MODULES) {
            repository.put(module, ".pom", Files.readAllBytes(Path.of("..", module, "pom.xml")));
            repository.put(module, ".jar", jar(module));
        }
        return repository;
    }

    String coordinates(String module) {
        return "io.github.camelsmp:" + module + ":" + version;
    }

    /** This one, and the local one of this build for everything else. */
    String urls() {
        return folder.toUri() + ","
                + Path.of(System.getProperty("localRepository")).toUri();
    }

    /** The class path of this test without the modules. */
    static String classPathWithoutThem() {
        return String.join(
                File.pathSeparator,
                classPath()
                        .filter(entry -> MODULES.stream().noneMatch(module -> isOf(module, entry)))
                        .toList());
    }

    private void put(String module, String ending, byte[] content) throws IOException {
        Path directory = folder.resolve(Path.of("io", "github", "camelsmp", module, version));
        Path file = Files.createDirectories(directory).resolve(module + "-" + version + ending);
        Files.write(file, content);
        Files.writeString(directory.resolve(file.getFileName() + ".sha1"), sha1(content));
    }

    /** As it was packaged, or made of its classes where the build did not come that far. */
    private static byte[] jar(String module) throws IOException {
        Path entry = classPath()
                .filter(candidate -> isOf(module, candidate))
                .map(Path::of)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(module + " is not on the class path"));
        return Files.isDirectory(entry) ? packed(entry) : Files.readAllBytes(entry);
    }

    private static boolean isOf(String module, String entry) {
        Path path = Path.of(entry).toAbsolutePath().normalize();
        return path.endsWith(Path.of(module, "target", "classes"))
                || path.getParent().endsWith(Path.of(module, "target")) && entry.endsWith(".jar");
    }

    private static Stream<String> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator));
    }

    private static byte[] packed(Path classes) throws IOException {
        Path file = Files.createTempFile("module", ".jar");
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out);
                Stream<Path> content = Files.walk(classes)) {
            for (Path path : content.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(
                        new JarEntry(classes.relativize(path).toString().replace(File.separatorChar, '/')));
                Files.copy(path, jar);
                jar.closeEntry();
            }
        }
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }

    private static String sha1(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
