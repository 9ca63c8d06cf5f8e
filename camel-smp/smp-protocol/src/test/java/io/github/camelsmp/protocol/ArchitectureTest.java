package io.github.camelsmp.protocol;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Method;
import java.time.Clock;

/** What the message layer may know of, and which of its rooms know each other. */
@AnalyzeClasses(packages = "io.github.camelsmp.protocol", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.github.camelsmp.protocol";

    @ArchTest
    static final ArchRule arrowsPointOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("messages")
            .definedBy(ROOT)
            .layer("groups")
            .definedBy(ROOT + ".group")
            .layer("serial")
            .definedBy(ROOT + ".serial")
            .layer("images")
            .definedBy(ROOT + ".image")
            .layer("transport")
            .definedBy(ROOT + ".transport")
            .whereLayer("groups")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("images")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("transport")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("serial")
            .mayOnlyBeAccessedByLayers("transport")
            .whereLayer("messages")
            .mayOnlyBeAccessedByLayers("groups", "images", "transport", "serial");

    @ArchTest
    static final ArchRule nothingButTheJdkAndAJsonParserIsUsed = classes()
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage(ROOT + "..", "java..", "javax.net..", "com.fasterxml.jackson.core.."));

    @ArchTest
    static final ArchRule onlyTheManifestIsReadWithJackson = noClasses()
            .that()
            .haveNameNotMatching(".*\\.ManifestJson(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml..");

    @ArchTest
    static final ArchRule noThreadsAreStarted = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".transport")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.concurrent..")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Thread.class, Clock.class, System.Logger.class);

    @ArchTest
    static final ArchRule nothingIsOpened = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "java.nio.file..", "java.nio.channels..", "java.sql..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.io\\.(File.*|RandomAccessFile|Print.*|Console)");

    @ArchTest
    static final ArchRule nothingIsReflectedUpon =
            noClasses().should().dependOnClassesThat().belongToAnyOf(Method.class);

    @ArchTest
    static final ArchRule staticFieldsDoNotChange =
            fields().that().areStatic().should().beFinal();
}
