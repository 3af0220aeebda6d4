package io.virality.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every view on real files: profiles, videos with their sponsors, advertisements. */
@Tag("browser")
@Tag("real-data")
class DashboardRealDataTest {

    private static final Path DATA = Path.of("../../shared/data");
    private static final List<Path> FILES = Stream.of(
                    "creators/tiktok_profiles.csv",
                    "videos/tiktok_creator_videos_2020-11.csv",
                    "sponsorship/creator_brand_pairs_2020.csv",
                    "marketplace/facebook_ads_kag.csv")
            .map(DATA::resolve)
            .toList();

    /** Of the videos' file, with a sponsor in the file of pairs. */
    private static final String CREATOR = "dermdoctor";

    @RegisterExtension
    static final DashboardDemo DEMO = new DashboardDemo();

    @TempDir
    static Path folder;

    private static ServerProcess server;

    @BeforeAll
    static void serve() throws IOException {
        for (Path file : FILES) {
            assumeTrue(Files.exists(file), "the development data is not beside the repository: " + file);
        }
        Path database = folder.resolve("real.db");
        for (Path file : FILES) {
            CommandRun.of("import", "csv", file, "--database", database).succeeds();
        }
        server = ServerProcess.start("serve", "--port", "0", "--database", database.toString());
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    static Stream<String> views() {
        return Stream.of(
                "",
                "#/creators",
                "#/creators/" + CREATOR,
                "#/compare?creators=" + CREATOR,
                "#/data",
                "#/experiments",
                "#/findings",
                "#/heatmap",
                "#/insights",
                "#/marketplace?by=campaign",
                "#/portfolio?text=dance&amount=5000",
                "#/power",
                "#/recommendations?text=dance+music&price=0",
                "#/segments");
    }

    @ParameterizedTest
    @MethodSource("views")
    void a_view_shows_real_data_without_an_error_and_without_asking_elsewhere(String view) {
        try (DashboardVisit visit = DEMO.visit(server)) {
            visit.open(view);
            visit.assertChartsAreDrawn();
            visit.assertFitsATelephone(view);
            visit.assertNothingToComplainOf(view);
        }
    }

    @Test
    void tables_show_what_the_api_answers() throws Exception {
        JsonNode creators = server.json("api/v1/creators?sort=-followers&limit=25");
        JsonNode videos = server.json("api/v1/creators/" + CREATOR + "/videos?limit=500");
        JsonNode tiers = server.json("api/v1/insights/engagement-by-tier");
        try (DashboardVisit visit = DEMO.visit(server)) {
            Page page = visit.open("#/creators");
            assertEquals(
                    texts(creators.get("creators"), "handle").stream()
                            .map(handle -> "@" + handle)
                            .toList(),
                    page.locator(".creators .handle").allInnerTexts());
            visit.open("#/creators/" + CREATOR)
                    .locator("#creator-videos summary")
                    .first()
                    .click();
            assertEquals(
                    texts(videos.get("rows"), "link"),
                    page.locator("#creator-videos tbody td:last-child").allInnerTexts());
            visit.open("#/insights")
                    .locator("#engagement-by-tier summary")
                    .first()
                    .click();
            assertEquals(
                    texts(tiers.get("rows"), "tier").stream().sorted().toList(),
                    page.locator("#engagement-by-tier tbody th").allInnerTexts().stream()
                            .map(String::toLowerCase)
                            .sorted()
                            .toList());
        }
    }

    private static List<String> texts(JsonNode rows, String name) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.get(name).asText())
                .toList();
    }

    @Test
    void a_real_file_is_dropped_in_and_its_progress_is_seen() throws Exception {
        String file = Files.readString(FILES.get(0));
        try (ServerProcess empty = ServerProcess.start(
                        "serve",
                        "--port",
                        "0",
                        "--database",
                        folder.resolve("dropped.db").toString());
                DashboardVisit visit = DEMO.visit(empty)) {
            Page page = visit.open("#/data");
            JSHandle dropped = page.evaluateHandle(
                    "text => { const dropped = new DataTransfer();"
                            + " dropped.items.add(new File([text], 'tiktok_profiles.csv')); return dropped; }",
                    file);
            page.locator(".drop").dispatchEvent("drop", Map.of("dataTransfer", dropped));
            assertThat(page.locator(".progress")).containsText("finished");
            assertThat(page.locator(".progress")).containsText("1,000 rows read");
            visit.open("#/creators");
            assertThat(page.locator(".creators .handle")).hasCount(25);
            visit.assertNothingToComplainOf("a real file dropped in");
        }
    }
}
