package io.virality.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Segments that hold, which neither the demo nor the real files have: three groups of creators are planted. */
@Tag("browser")
class DashboardSegmentsTest {

    private static final int MEMBERS = 120;

    @RegisterExtension
    static final DashboardDemo DEMO = new DashboardDemo();

    @TempDir
    Path folder;

    private enum Planted {
        SMALL(5_000, .18, 1.02),
        LARGE(800_000, .02, 1.05),
        RISING(60_000, .07, 1.6);

        private final double followers;
        private final double engagement;
        private final double growth;

        Planted(double followers, double engagement, double growth) {
            this.followers = followers;
            this.engagement = engagement;
            this.growth = growth;
        }
    }

    /** As `export` writes it: two counts of each creator, thirty days apart. */
    private Path planted() throws IOException {
        Random random = new Random(7);
        List<String> lines = new ArrayList<>();
        lines.add("{\"format\":\"virality\",\"version\":1,\"data\":\"simulated\"}");
        for (Planted group : Planted.values()) {
            for (int i = 0; i < MEMBERS; i++) {
                String handle = group.name().toLowerCase(Locale.ROOT) + i;
                double followers = group.followers * Math.exp(.25 * random.nextGaussian());
                double engagement = group.engagement * Math.exp(.15 * random.nextGaussian());
                double growth = 1 + (group.growth - 1) * Math.exp(.15 * random.nextGaussian());
                lines.add(counts(handle, "2026-10-01T00:00:00Z", followers, engagement));
                lines.add(counts(handle, "2026-10-31T00:00:00Z", followers * growth, engagement));
            }
        }
        return Files.write(folder.resolve("planted.ndjson"), lines);
    }

    private static String counts(String handle, String observedAt, double followers, double engagement) {
        return String.format(
                Locale.ROOT,
                "{\"kind\":\"creator\",\"platform\":\"tiktok\",\"platform_id\":\"%1$s\",\"handle\":\"%1$s\",\"observed_at\":\"%2$s\","
                        + "\"source\":\"planted\",\"source_version\":\"1\",\"freshness\":\"daily\","
                        + "\"followers\":%3$.0f,\"engagement_rate\":%4$.5f}",
                handle,
                observedAt,
                followers,
                engagement);
    }

    @Test
    void planted_segments_are_drawn_told_and_lead_to_their_creators() throws Exception {
        Path database = folder.resolve("planted.db");
        CommandRun.of("import", "ndjson", planted(), "--database", database).succeeds();
        try (ServerProcess server = ServerProcess.start("serve", "--port", "0", "--database", database.toString());
                DashboardVisit visit = DEMO.visit(server)) {
            Page page = visit.open("#/segments");
            page.locator("main [name=clusters]").selectOption("3");
            page.locator("main form button").click();
            assertThat(page.locator("#segments-where h3")).containsText("3 segments hold");
            visit.await();
            visit.assertChartsAreDrawn();

            JsonNode told = server.json("api/v1/segments");
            assertThat(page.locator("#segments-where .chart svg path")).not().hasCount(0);
            assertEquals(3 * MEMBERS, told.get("points").size());
            List<String> names = StreamSupport.stream(told.get("segments").spliterator(), false)
                    .map(segment -> segment.get("number").asText() + " "
                            + segment.get("name").asText())
                    .toList();
            page.locator("#segments-where summary").first().click();
            assertEquals(names, page.locator("#segments-where tbody th").allInnerTexts());
            assertEquals(
                    List.of("120", "120", "120"),
                    page.locator("#segments-where tbody td:nth-child(2)").allInnerTexts());
            visit.assertForEverybody("segments");
            visit.assertFitsATelephone("segments");

            String typical = told.at("/segments/0/typical/0").asText();
            Locator leading = page.locator(".typical a").first();
            assertThat(leading).hasText("@" + typical);
            leading.click();
            assertThat(page.locator(".creator-head")).containsText("@" + typical);
            visit.await();

            page.setViewportSize(1280, 900);
            visit.open("#/segments");
            page.locator("#segments-where .chart svg path[fill^='var(--segment-1)']")
                    .first()
                    .click(new Locator.ClickOptions().setForce(true));
            assertThat(page.locator(".creator-head")).isVisible();
            visit.await();
            visit.assertNothingToComplainOf("segments");
        }
    }
}
