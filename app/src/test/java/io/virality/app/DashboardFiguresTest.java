package io.virality.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a figure shows is what the API answers, can be taken away, and leads on to the creators behind it. */
@Tag("browser")
class DashboardFiguresTest {

    @RegisterExtension
    static final DashboardDemo DEMO = new DashboardDemo();

    @Test
    void a_table_shows_every_row_of_the_answer_and_sorts() throws Exception {
        JsonNode rows = DEMO.json("api/v1/insights/engagement-by-tier").get("rows");
        try (DashboardVisit visit = DEMO.visit()) {
            Locator figure = visit.open("#/insights").locator("#engagement-by-tier");
            figure.locator("summary").first().click();
            assertEquals(
                    StreamSupport.stream(rows.spliterator(), false)
                            .map(row -> row.get("tier").asText())
                            .sorted()
                            .toList(),
                    firstCells(figure).stream()
                            .map(String::toLowerCase)
                            .sorted()
                            .toList());
            figure.locator("th button")
                    .filter(new Locator.FilterOptions().setHasText("Tier"))
                    .click();
            assertEquals(firstCells(figure).stream().sorted().toList(), firstCells(figure));
        }
    }

    private static List<String> firstCells(Locator figure) {
        return figure.locator("tbody th").allInnerTexts();
    }

    @Test
    void the_statement_shown_is_that_of_the_answer() throws Exception {
        String sql = DEMO.json("api/v1/insights/viral-creators").at("/sql/text").asText();
        try (DashboardVisit visit = DEMO.visit()) {
            Page page = visit.open("#/insights");
            page.locator("#viral-creators button")
                    .filter(new Locator.FilterOptions().setHasText("Show SQL"))
                    .click();
            assertEquals(sql, page.locator("dialog code").textContent());
            page.keyboard().press("Escape");
            assertThat(page.locator("dialog")).hasCount(0);
        }
    }

    @Test
    void a_figure_is_taken_away_as_csv_and_as_a_picture() throws Exception {
        JsonNode answer = DEMO.json("api/v1/insights/viral-creators");
        try (DashboardVisit visit = DEMO.visit()) {
            Locator figure = visit.open("#/insights").locator("#viral-creators");
            visit.assertChartsAreDrawn();
            List<String> lines = new String(saved(visit, figure, "CSV"), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertEquals(answer.get("rows").size() + 1, lines.size());
            assertTrue(lines.get(1).startsWith(answer.at("/rows/0/handle").asText()), lines.get(1));
            String svg = new String(saved(visit, figure, "SVG"), StandardCharsets.UTF_8);
            assertTrue(svg.startsWith("<svg") && !svg.contains("var("), svg);
            assertEquals('P', saved(visit, figure, "PNG")[1]);
            visit.assertNothingToComplainOf("downloads");
        }
    }

    private static byte[] saved(DashboardVisit visit, Locator figure, String button) throws IOException {
        Download download = visit.page().waitForDownload(() -> figure.locator("button")
                .filter(new Locator.FilterOptions().setHasText(button))
                .click());
        return Files.readAllBytes(download.path());
    }

    @Test
    void a_tier_leads_to_its_creators_and_these_to_one() throws Exception {
        try (DashboardVisit visit = DEMO.visit()) {
            Page page = visit.open("#/insights");
            Locator figure = page.locator("#engagement-by-tier");
            figure.locator("summary").first().click();
            figure.locator("tbody a")
                    .filter(new Locator.FilterOptions().setHasText("Mega"))
                    .click();
            visit.await();
            JsonNode megas = DEMO.json("api/v1/creators?tier=mega&limit=25");
            Locator handles = page.locator(".creators .handle");
            assertEquals(
                    StreamSupport.stream(megas.get("creators").spliterator(), false)
                            .map(creator -> "@" + creator.get("handle").asText())
                            .toList(),
                    handles.allInnerTexts());
            page.locator(".creators th a").first().click();
            visit.await();
            assertThat(page.locator(".creator-head"))
                    .containsText("@" + megas.at("/creators/0/handle").asText());
        }
    }

    @Test
    void the_page_of_a_creator_lists_its_videos_and_its_work_for_brands() throws Exception {
        String creator = "api/v1/creators/" + DashboardDemo.SPONSORED;
        List<String> videos = texts(DEMO.json(creator + "/videos?limit=500"), "video");
        List<String> brands = texts(DEMO.json(creator + "/sponsorships"), "brand");
        assertTrue(videos.size() > 1 && brands.size() > 1, videos + " " + brands);
        try (DashboardVisit visit = DEMO.visit()) {
            Page page = visit.open("#/creators/" + DashboardDemo.SPONSORED);
            visit.assertChartsAreDrawn();
            assertThat(page.locator("#creator-growth")).containsText("days on which it posted");
            assertEquals(
                    videos,
                    opened(page.locator("#creator-videos"))
                            .locator("tbody td:last-child")
                            .allInnerTexts());
            assertEquals(brands, firstCells(opened(page.locator("#creator-sponsorships"))));
            visit.assertNothingToComplainOf("a creator");
        }
    }

    private static Locator opened(Locator figure) {
        figure.locator("details").first().evaluate("details => details.open = true");
        return figure;
    }

    private static List<String> texts(JsonNode answer, String column) {
        return StreamSupport.stream(answer.get("rows").spliterator(), false)
                .map(row -> row.get(column).asText())
                .toList();
    }

    @Test
    void a_link_reproduces_the_view() {
        try (DashboardVisit visit = DEMO.visit();
                DashboardVisit other = DEMO.visit()) {
            Page page = visit.open("#/creators");
            page.locator("input[type=search]").fill("sim_nova");
            assertThat(page.locator(".chip")).hasCount(1);
            visit.await();
            page.locator("th button")
                    .filter(new Locator.FilterOptions().setHasText("Engagement"))
                    .click();
            visit.await();
            String address = page.url();
            Page same = other.open(address.substring(address.indexOf('#')));
            assertEquals(
                    page.locator(".creators .handle").allInnerTexts(),
                    same.locator(".creators .handle").allInnerTexts());
        }
    }

    @Test
    void keys_lead_to_views_unless_somebody_types() {
        try (DashboardVisit visit = DEMO.visit()) {
            Page page = visit.open("#/creators");
            page.keyboard().press("/");
            page.keyboard().type("gd");
            assertEquals("gd", page.locator("input[type=search]").inputValue());
            page.locator("h2").first().click();
            page.keyboard().press("g");
            page.keyboard().press("d");
            assertThat(page.locator(".views a[aria-current]")).hasText("Data");
        }
    }

    @Test
    void on_paper_a_figure_stands_with_its_chart_to_scale_and_its_table_if_that_is_short() {
        try (DashboardVisit visit = DEMO.visit()) {
            Page page = visit.open("");
            visit.assertChartsAreDrawn();
            Locator brief = page.locator("#viral-creators details").first();
            Locator drawing = page.locator("#viral-creators .chart svg");
            page.evaluate("dispatchEvent(new Event('beforeprint'))");
            assertThat(brief).hasAttribute("open", "");
            assertThat(page.locator("#follower-trend details").first()).not().hasAttribute("open", "");
            assertThat(drawing).hasAttribute("viewBox", Pattern.compile("0 0 \\d+ \\d+"));
            page.evaluate("dispatchEvent(new Event('afterprint'))");
            assertThat(brief).not().hasAttribute("open", "");
        }
    }
}
