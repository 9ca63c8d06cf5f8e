package io.github.camelsmp.component;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.apache.camel.builder.RouteBuilder;

/** A route builder as a user writes it, compiled. */
final class RouteSource {

    private RouteSource() {}

    /** Compiles a class of the default package and makes one of it. */
    static RouteBuilder compile(Path folder, String className, String source) throws Exception {
        Path file = Files.writeString(folder.resolve(className + ".java"), source);
        int failures = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", folder.toString(), "-classpath", classPath(), file.toString());
        if (failures != 0) {
            throw new IOException(file + " does not compile");
        }
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, RouteSource.class.getClassLoader())) {
            return (RouteBuilder) loader.loadClass(className).getConstructor().newInstance();
        }
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }
}
