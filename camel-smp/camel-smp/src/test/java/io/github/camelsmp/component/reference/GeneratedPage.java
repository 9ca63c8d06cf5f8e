package io.github.camelsmp.component.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file in {@code src-docs} that is made from code. */
public final class GeneratedPage {

    static final String UPDATE = "smp.docs.update";

    private static final Path FOLDER = Path.of("..", "..", "src-docs");

    private final Path file;

    private GeneratedPage(Path file) {
        this.file = file;
    }

    /** @param name path in {@code src-docs} */
    public static GeneratedPage named(String name) {
        return new GeneratedPage(FOLDER.resolve(name));
    }

    /** What is committed. */
    String committed() throws IOException {
        return Files.readString(file);
    }

    /** Fails if the committed file says something else; writes it anew where that is asked for on the command line. */
    public void isOrBecomes(String content) throws IOException {
        if (Boolean.getBoolean(UPDATE)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        }
        assertThat(file)
                .as("%s is stale: run this test with -D%s=true and commit what it writes", file, UPDATE)
                .exists()
                .content()
                .isEqualTo(content);
    }
}
