package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class InsightsDocumentTest {

    @Test
    void docs_insights_md_says_what_the_catalogue_says() throws IOException {
        assertEquals(
                CommandRun.of("document-insights").succeeds().out(),
                Files.readString(CommandRun.HOME.resolve("docs").resolve("insights.md")),
                "it is stale: ./virality document-insights > docs/insights.md");
    }
}
