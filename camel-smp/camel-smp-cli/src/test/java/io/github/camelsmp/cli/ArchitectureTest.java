package io.github.camelsmp.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the command line may see. */
@AnalyzeClasses(packages = "io.github.camelsmp.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule THE_COMMANDS_KNOW_NO_CAMEL = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.camel..", "io.github.camelsmp.component..");

    @ArchTest
    static final ArchRule ONLY_SIMULATED_BOARDS_KNOW_THE_SIMULATOR = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("Simulate")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.camelsmp.simulator..");

    @ArchTest
    static final ArchRule OTHERS_SEE_THE_COMMANDS_AS_A_WHOLE = classes()
            .that()
            .arePublic()
            .should()
            .haveSimpleName("Main")
            .orShould()
            .haveSimpleName("SmpCommand")
            .orShould()
            .haveSimpleName("ExitCode");
}
