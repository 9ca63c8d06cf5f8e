package io.github.camelsmp.jbang;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.dsl.jbang.core.commands.CamelJBangMain;

/** Camel's command line as a process of its own, with a home, a local repository and a working directory of its own. */
final class Camel {

    private static final String USER_CONFIGURATION = ".camel-jbang-user.properties";

    private final Path folder;
    private final FileRepository repository;

    private Camel(Path folder, FileRepository repository) {
        this.folder = folder;
        this.repository = repository;
    }

    /** What the process runs. */
    // tag::main[]
    public static void main(String[] arguments) {
        CamelJBangMain.run(arguments);
    }
    // end::main[]

    /** As on the computer of a user who knows where to download from. */
    static Camel in(Path folder, FileRepository repository) throws IOException {
        Files.writeString(
                folder.resolve(USER_CONFIGURATION), "repos=" + repository.urls().replace(":", "\\:"));
        return new Camel(folder, repository);
    }

    /** Runs a command to its end, and takes all it prints. */
    Run camel(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.home=" + folder,
                "-Dmaven.repo.local=" + folder.resolve("local"),
                "-cp",
                testClasses() + File.pathSeparator + FileRepository.classPathWithoutThem(),
                Camel.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private static String testClasses() {
        try {
            return Path.of("target", "test-classes").toRealPath().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How it ended. */
    record Run(int exitCode, String output) {}
}
