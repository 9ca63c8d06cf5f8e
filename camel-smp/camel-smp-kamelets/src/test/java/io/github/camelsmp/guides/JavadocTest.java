package io.github.camelsmp.guides;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that users can name has a comment: types, constructors, methods, fields, constants and the components of
 * records. The tool that makes the Javadoc could be told to ask for that, but asks for a tag for each parameter and each
 * result along with it, where a sentence has said it all.
 */
class JavadocTest {

    private static final Path MODULES = Path.of("..");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)</artifactId>");

    static Stream<Path> publishedModules() throws IOException {
        String bill = Files.readString(MODULES.resolve("camel-smp-bom/pom.xml"));
        return ARTIFACT.matcher(bill.substring(bill.indexOf("<dependencyManagement>")))
                .results()
                .map(artifact -> MODULES.resolve(artifact.group(1)).resolve("src/main/java"))
                .filter(Files::isDirectory);
    }

    @ParameterizedTest
    @MethodSource("publishedModules")
    void everythingPublicHasAComment(Path sources) throws IOException {
        assertThat(undescribed(sources)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("publishedModules")
    void everyPackageHasAComment(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .map(Path::getParent)
                            .distinct())
                    .isNotEmpty()
                    .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                            .content()
                            .contains("/**"));
        }
    }

    @Test
    void findsWhatNobodyHasDescribed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Board.java"), """
                /** A board. */
                public class Board {
                    public static final int SLOTS = 2;
                    private int own;
                    protected Board(int slots) {}
                    public void start() {}
                    @Override public String toString() { return ""; }
                    public int getBaud() { return 0; }
                    /** Bits per second. */
                    public void setBaud(int baud) {}
                    public boolean isOn() { return true; }
                    public enum Mode { SWAP }
                    /** @param from first byte */
                    public record Area(int from, int to) {}
                    /** Hears of it. */
                    public interface Ear { void heard(); }
                    static class Own { public void open() {} }
                }
                """);

        assertThat(undescribed(folder))
                .containsExactlyInAnyOrder(
                        "Board.SLOTS",
                        "Board.<init>",
                        "Board.start",
                        "Board.isOn",
                        "Board.Mode",
                        "Board.Mode.SWAP",
                        "Board.Area.to",
                        "Board.Ear.heard");
    }

    private static List<String> undescribed(Path sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
                Stream<Path> files = Files.walk(sources)) {
            List<Path> java =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(java));
            PublicNames names = new PublicNames(DocTrees.instance(task));
            for (CompilationUnitTree file : task.parse()) {
                names.scan(file, null);
            }
            return names.undescribed();
        }
    }
}
