package io.github.camelsmp.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(packages = "io.github.camelsmp.simulator", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {

    private static final String[] SERVER_SIDE = {
        "io.github.camelsmp.simulator.server..",
        "io.github.camelsmp.simulator.group..",
        "io.github.camelsmp.simulator.boot..",
        "io.github.camelsmp.simulator.flash.."
    };

    @ArchTest
    static final ArchRule knowsTheMessageLayerOnly = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "com.sun.jna..",
                    "org.slf4j..",
                    "io.github.camelsmp.protocol",
                    "io.github.camelsmp.protocol.serial..",
                    "io.github.camelsmp.protocol.transport..",
                    "io.github.camelsmp.simulator..");

    @ArchTest
    static final ArchRule framesWithoutTheFramingOfTheClient = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("io\\.github\\.camelsmp\\.protocol\\.serial\\.(Console|Raw).*")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github.camelsmp.protocol.group..", "io.github.camelsmp.protocol.image..");

    @ArchTest
    static final ArchRule theServerKnowsNoLine = noClasses()
            .that()
            .resideInAnyPackage(SERVER_SIDE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.camelsmp.simulator.line..");

    @ArchTest
    static final ArchRule packagesFormNoCircles =
            slices().matching("io.github.camelsmp.simulator.(*)..").should().beFreeOfCycles();
}
