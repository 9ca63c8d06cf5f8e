package io.github.camelsmp.ble;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which room of this module may see which. */
@AnalyzeClasses(packages = "io.github.camelsmp.ble", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "io.github.camelsmp.ble";
    private static final String BLUEZ = "io.github.camelsmp.ble.bluez..";

    @ArchTest
    static final ArchRule NOBODY_KNOWS_CAMEL_OR_THE_SIMULATOR = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.camel..", "io.github.camelsmp.component..", "io.github.camelsmp.simulator..");

    @ArchTest
    static final ArchRule ONLY_BLUEZ_KNOWS_THE_BUS = noClasses()
            .that()
            .resideOutsideOfPackage(BLUEZ)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.freedesktop..");

    @ArchTest
    static final ArchRule A_LINE_KNOWS_NO_BACKEND_BY_NAME = noClasses()
            .that()
            .resideInAPackage(ROOT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BLUEZ);

    @ArchTest
    static final ArchRule A_BACKEND_KNOWS_NOTHING_OF_SMP = noClasses()
            .that()
            .resideInAPackage(BLUEZ)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github.camelsmp.client..", "io.github.camelsmp.protocol..");
}
