package io.virality.persistence;

import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.profile;
import static io.virality.application.port.Observations.simulated;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.virality.application.port.InsightQueriesContract;
import io.virality.application.port.StoredPorts;
import io.virality.domain.creator.Tiers;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.insight.Catalogue;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Question;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JooqInsightQueriesTest extends InsightQueriesContract {

    private static final int COMMITS = 200;

    @TempDir
    Path folder;

    @Override
    protected StoredPorts open() {
        return TestDatabase.in(folder);
    }

    /** Each commit brings a creator of a region that nobody was of, so that no two of them have one answer. */
    @Test
    void answers_are_of_one_moment_while_another_connection_commits() {
        StoredPorts ports = open();
        Catalogue catalogue = new Catalogue(Tiers.STANDARD);
        Question byRegion = catalogue.ask("engagement-by-region", Map.of("definition", "provider@1"));
        Question byTier = catalogue.ask("engagement-by-tier", Map.of("definition", "provider@1"));
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < COMMITS; i++) {
                String region = "" + (char) ('A' + i / 26) + (char) ('A' + i % 26);
                List<CreatorObservation> newcomer =
                        List.of(profile("creator_" + i, region, 100 + i, .01, simulated(NOON)));
                ports.transactions().run(() -> {
                    ports.creators().record(newcomer);
                    ports.creators().refresh();
                });
            }
        });
        long creators = 0;
        while (creators < COMMITS) {
            boolean written = writing.isDone();
            Map<Question, Evidence> evidence = ports.insightQueries().gather(Set.of(byRegion, byTier));
            Evidence regions = evidence.get(byRegion);
            creators = regions.n();
            assertEquals(creators, regions.rows().size());
            assertEquals(
                    regions.rows().stream().map(row -> row.text("region")).collect(Collectors.toSet()),
                    regions.samples().keySet());
            assertEquals(creators, evidence.get(byTier).n());
            if (written) {
                break;
            }
        }
        writing.join();
        assertEquals(COMMITS, ports.insightQueries().gather(byRegion).n());
    }
}
