package io.github.camelsmp.component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A document of the repository, whose code is tried as it stands there. */
record Document(Path path) {

    private static final Path REPOSITORY = Path.of("..", "..");

    static final Document README = new Document(REPOSITORY.resolve("README.md"));

    static Document guide(String name) {
        return new Document(REPOSITORY.resolve("src-docs").resolve(name));
    }

    /** The first block of code in a language below a heading. */
    String code(String heading, String language) throws IOException {
        Pattern block = Pattern.compile(
                "^(?:##|==) " + Pattern.quote(heading)
                        + "$.*?^(?:```%1$s|\\[source,%1$s]\\R----)$\\R(.*?)^(?:```|----)$".formatted(language),
                Pattern.DOTALL | Pattern.MULTILINE);
        Matcher matcher = block.matcher(Files.readString(path));
        if (!matcher.find()) {
            throw new IllegalStateException(path + " has no " + language + " below '" + heading + "'");
        }
        return matcher.group(1);
    }
}
