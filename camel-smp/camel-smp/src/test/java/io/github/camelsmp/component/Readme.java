package io.github.camelsmp.component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The README of the repository, which shows nothing that is not tried. */
final class Readme {

    private static final Path FILE = Path.of("..", "..", "README.md");

    private Readme() {}

    /** The first block of code in a language below a heading. */
    static String code(String heading, String language) throws IOException {
        Pattern block = Pattern.compile(
                "^## " + Pattern.quote(heading) + "$.*?^```" + language + "$\\R(.*?)^```$",
                Pattern.DOTALL | Pattern.MULTILINE);
        Matcher matcher = block.matcher(Files.readString(FILE));
        if (!matcher.find()) {
            throw new IllegalStateException("README.md has no " + language + " below '" + heading + "'");
        }
        return matcher.group(1);
    }
}
