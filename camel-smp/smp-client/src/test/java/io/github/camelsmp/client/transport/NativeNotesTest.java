package io.github.camelsmp.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URL;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.scandium.DTLSConnector;
import org.junit.jupiter.api.Test;

/** What quarkus.adoc says that a native executable with DTLS needs is what the libraries of this version need. */
class NativeNotesTest {

    private static Stream<JarFile> jars() throws Exception {
        return Stream.of(jar(DTLSConnector.class), jar(Configuration.class));
    }

    private static JarFile jar(Class<?> one) throws Exception {
        URL place = one.getProtectionDomain().getCodeSource().getLocation();
        return new JarFile(Path.of(place.toURI()).toFile());
    }

    private static Stream<String> callersOf(JavaClasses classes, String method) {
        return classes.stream()
                .filter(type -> type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Class.class)
                                && call.getTarget().getName().equals(method)))
                .map(JavaClass::getSimpleName);
    }

    @Test
    void theLibrariesForDtlsBringNoMetadataForNativeImages() throws Exception {
        assertThat(jars().flatMap(JarFile::stream)).isNotEmpty().noneMatch(entry -> entry.getName()
                .startsWith("META-INF/native-image"));
    }

    @Test
    void noMoreIsLookedUpByNameThanTheNotesSay() throws Exception {
        JavaClasses classes = new ClassFileImporter().importJars(jars().toList());

        // Base64 reads serialized objects in a method that nothing here calls
        assertThat(callersOf(classes, "forName"))
                .containsExactlyInAnyOrder("", "JceProviderUtil", "XDHPublicKeyReflection");
        assertThat(callersOf(classes, "getMethod"))
                .containsExactlyInAnyOrder("ExecutorsUtil", "JceProviderUtil", "StringUtil", "XDHPublicKeyReflection");
    }
}
