package io.github.camelsmp.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which room of this module may see which. */
@AnalyzeClasses(packages = "io.github.camelsmp", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String CLIENT = "io.github.camelsmp.client..";
    private static final String CONNECTION = "io.github.camelsmp.client";
    private static final String ROUTINES = "io.github.camelsmp.client.routine..";
    private static final String DISCOVERY = "io.github.camelsmp.client.discovery..";
    private static final String TRANSPORTS = "io.github.camelsmp.client.transport..";

    @ArchTest
    static final ArchRule THE_CLIENT_KNOWS_NEITHER_CAMEL_NOR_THE_SIMULATOR = noClasses()
            .that()
            .resideInAPackage(CLIENT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.camel..", "io.github.camelsmp.component..", "io.github.camelsmp.simulator..");

    @ArchTest
    static final ArchRule ONLY_DISCOVERY_KNOWS_A_TRANSPORT_BY_NAME = noClasses()
            .that()
            .resideOutsideOfPackages(TRANSPORTS, DISCOVERY)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(TRANSPORTS);

    @ArchTest
    static final ArchRule A_TRANSPORT_KNOWS_NO_CONNECTION = noClasses()
            .that()
            .resideInAPackage(TRANSPORTS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CONNECTION, ROUTINES);

    @ArchTest
    static final ArchRule A_CONNECTION_KNOWS_NO_ROUTINE = noClasses()
            .that()
            .resideInAPackage(CONNECTION)
            .and()
            .doNotHaveSimpleName("SmpClient")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROUTINES);

    @ArchTest
    static final ArchRule ONLY_LINES_AND_DISCOVERY_KNOW_SERIAL_PORTS = noClasses()
            .that()
            .resideOutsideOfPackages(TRANSPORTS, DISCOVERY)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fazecast..");

    @ArchTest
    static final ArchRule ROUTINES_MOVE_NO_BYTES = noClasses()
            .that()
            .resideInAPackage(ROUTINES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.netty..", "java.net..", "com.fazecast..");
}
