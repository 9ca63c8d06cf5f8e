package io.github.camelsmp.component.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.group.OsGroup;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the catalogue against the classes there are. */
class CommandCatalogueTest {

    @Test
    void everyPublicRequestOfTheProtocolIsInTheCatalogueOnce() {
        List<String> requests = new ClassFileImporter()
                .importPackages(OsGroup.class.getPackageName()).stream()
                        .filter(type -> type.isAssignableTo(SmpRequest.class) && !type.isInterface())
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getName)
                        .toList();

        assertThat(CommandCatalogue.requests())
                .extracting(request -> request.getClass().getName())
                .containsExactlyInAnyOrderElementsOf(requests);
        assertThat(requests).hasSizeGreaterThan(50);
    }

    @Test
    void noTwoRecordsAreTheSameCommand() {
        assertThat(CommandCatalogue.requests()).extracting(Wire::of).doesNotHaveDuplicates();
        assertThat(CommandCatalogue.requests())
                .extracting(Wire::of)
                .doesNotContainAnyElementsOf(CommandCatalogue.WITHOUT_RECORD.keySet());
    }
}
