package io.github.camelsmp.component.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pages made from code are committed as the code makes them. */
class GeneratedPagesTest {

    @Test
    void theTableOfCommandsSaysWhatIsTrueAndLeavesNoCellEmpty() throws Exception {
        CommandTable table = new CommandTable();

        assertThat(table.rows().values().stream().flatMap(Collection::stream).flatMap(List::stream))
                .allSatisfy(cell -> assertThat(cell).isNotBlank());
        assertThat(table.needlessReasons()).isEmpty();
        GeneratedPage.named("commands.adoc").isOrBecomes(table.page());
    }

    @Test
    void theReferenceOfOptionsHeadersAndOperationsSaysWhatIsTrue() throws Exception {
        GeneratedPage.named("reference.adoc").isOrBecomes(new EndpointReference().page());
    }

    @Test
    void everyCommandOfTheCatalogueWasAskedOfRealServers() throws Exception {
        assertThat(RealServerAnswers.committed().commands())
                .containsExactlyInAnyOrderElementsOf(
                        CommandCatalogue.requests().stream().map(Wire::of).toList());
    }
}
