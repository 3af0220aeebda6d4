package io.virality.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From a brief to creators, a shortlist and a portfolio; from a creator to those who are like it. */
@Tag("browser")
class DashboardRecommendationsTest {

    @RegisterExtension
    static final DashboardDemo DEMO = new DashboardDemo();

    @Test
    void a_brief_leads_to_creators_a_shortlist_and_a_portfolio() throws Exception {
        try (DashboardVisit visit = DEMO.visit()) {
            Page page = visit.open("#/recommendations");
            page.locator("[name=text]").fill("dance music for students");
            page.locator("[name=amount]").fill("50000");
            button(page, "Recommend").click();
            Locator cards = page.locator(".recommendation");
            assertThat(cards).hasCount(10);
            JsonNode answer = downloaded(page);
            assertEquals(names(answer), cards.locator("h3").allInnerTexts());

            String best = answer.at("/recommendations/0/handle").asText();
            cards.first().locator("input[type=checkbox]").check();
            assertThat(page.locator(".shortlist .chip")).hasText("@" + best);
            assertTrue(page.url().contains("shortlist=" + best), page.url());
            page.reload();
            assertThat(page.locator(".recommendation input:checked")).hasCount(1);

            page.locator(".shortlist a[href*=portfolio]").click();
            visit.await();
            assertThat(page.locator("[name=text]")).hasValue("dance music for students");
            assertThat(page.locator("[name=amount]")).hasValue("50000");
            assertThat(page.locator("main")).containsText("Of the 1 on your shortlist");
            assertThat(page.locator("#portfolio-creators tbody tr").first()).isAttached();
            visit.assertNothingToComplainOf("a brief");
        }
    }

    private static JsonNode downloaded(Page page) throws Exception {
        Download download = page.waitForDownload(() -> button(page, "JSON").click());
        return new JsonMapper().readTree(Files.readString(download.path()));
    }

    private static Locator button(Page page, String words) {
        return page.locator("main button")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
    }

    private static List<String> names(JsonNode answer) {
        List<String> names = new ArrayList<>();
        for (JsonNode each : answer.get("recommendations")) {
            names.add(each.get("rank").asText() + ". @" + each.get("handle").asText());
        }
        return names;
    }

    @Test
    void the_points_that_are_shown_add_up_to_the_score() {
        try (DashboardVisit visit = DEMO.visit()) {
            Page page = visit.open("#/recommendations?text=dance&fit=0&novelty=35");
            for (Locator card : page.locator(".recommendation").all()) {
                double score = leading(card.locator(".score").innerText());
                double sum = card.locator(".part dd").allInnerTexts().stream()
                        .mapToDouble(DashboardRecommendationsTest::leading)
                        .sum();
                assertEquals(score, sum, 1e-6);
            }
        }
    }

    private static double leading(String points) {
        return Double.parseDouble(points.split(" ")[0]);
    }

    @Test
    void another_order_is_asked_for_in_the_form_and_kept_in_the_address() throws Exception {
        try (DashboardVisit visit = DEMO.visit()) {
            Page page = visit.open("#/recommendations?text=dance&limit=5");
            page.locator("summary")
                    .filter(new Locator.FilterOptions().setHasText("Order"))
                    .click();
            page.locator("[name=order]").selectOption("most-followers");
            button(page, "Recommend").click();
            assertThat(page.locator("#recommendations h3")).containsText("comes first by most followers");
            assertTrue(page.url().contains("order=most-followers"), page.url());
            JsonNode answer = downloaded(page);
            assertEquals("most-followers", answer.get("order").asText());
            assertEquals(names(answer), page.locator(".recommendation h3").allInnerTexts());
        }
    }

    @Test
    void two_orders_pick_in_turns_and_who_picked_whom_is_told_only_on_demand() {
        try (DashboardVisit visit = DEMO.visit()) {
            Page page = visit.open(
                    "#/recommendations?text=dance&limit=5&brand=Green+Face&order=score&interleave=most-followers");
            assertThat(page.locator("#recommendations h3")).containsText("was picked first");
            Locator pickers = page.locator("details.card ol > li");
            assertThat(pickers).hasCount(5);
            assertThat(pickers.first()).isHidden();
            page.locator("details.card > summary").click();
            assertThat(pickers.first()).isVisible();
            assertTrue(
                    pickers.allInnerTexts().stream().anyMatch(text -> text.endsWith("picked by score")),
                    "one of the two orders has picked");
            visit.assertNothingToComplainOf("two orders");
        }
    }

    @Test
    void whom_a_brief_leaves_nobody_is_told_why_and_what_cannot_be_is_refused_in_words() {
        try (DashboardVisit visit = DEMO.visit()) {
            Page page = visit.open("#/recommendations?text=dance&mustHave=xylophonist");
            assertThat(page.locator("main")).containsText("Nobody fits this brief");
            assertThat(page.locator("main")).containsText("lacks a must-have");
            page.locator("[name=categories]").fill("beuaty");
            button(page, "Recommend").click();
            assertThat(page.locator("main .problem")).containsText("beauty");
        }
    }

    @Test
    void a_creator_leads_to_those_who_are_like_it() throws Exception {
        JsonNode likest = DEMO.json("api/v1/creators/" + DashboardDemo.CREATOR + "/lookalikes")
                .at("/lookalikes/0/handle");
        try (DashboardVisit visit = DEMO.visit()) {
            Page page = visit.open("#/creators/" + DashboardDemo.CREATOR);
            page.locator("#creator-lookalikes tbody a").first().click();
            visit.await();
            assertThat(page.locator(".creator-head")).containsText("@" + likest.asText());
            visit.assertNothingToComplainOf("look-alikes");
        }
    }
}
