package io.github.camelsmp.component;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.camelsmp.client.SmpConnection;
import io.github.camelsmp.client.SmpResources;

@AnalyzeClasses(packagesOf = SmpComponent.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule knowsCamelTheClientAndTheProtocolAndNothingBelowThem = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.annotation.processing",
                    "org.slf4j",
                    "org.apache.camel..",
                    "io.micrometer.core.instrument..",
                    "javax.management..",
                    "javax.net.ssl",
                    "io.github.camelsmp.component",
                    "io.github.camelsmp.client..",
                    "io.github.camelsmp.protocol..");

    @ArchTest
    static final ArchRule leavesLinesToTheClient = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.camelsmp.protocol.serial.Console..",
                    "io.github.camelsmp.client.serial..",
                    "io.github.camelsmp.client.net..");

    @ArchTest
    static final ArchRule onlyTheCountedConnectionsMakeConnections = noClasses()
            .that()
            .doNotHaveSimpleName("SmpConnections")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(SmpResources.class);

    @ArchTest
    static final ArchRule operationsSendOnAChannelAndNotOnTheConnectionItself = noClasses()
            .that()
            .haveSimpleNameEndingWith("Operations")
            .or()
            .haveSimpleNameEndingWith("Operation")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(SmpConnection.class);

    @ArchTest
    static final ArchRule noThreadIsMadeByHand = noClasses()
            .should()
            .callConstructor(Thread.class, Runnable.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.Executors");
}
