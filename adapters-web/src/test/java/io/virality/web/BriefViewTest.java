package io.virality.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.application.Failure;
import io.virality.domain.category.Category;
import io.virality.domain.creator.Handle;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.marketplace.Money;
import io.virality.domain.recommendation.Brief;
import io.virality.domain.recommendation.Goal;
import io.virality.domain.recommendation.Order;
import io.virality.domain.recommendation.Weights;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BriefViewTest {

    private static final String FULL = """
            {"text": "vegan skincare for students in the UK", "brand": "Green Face", "goal": "sales", "regions": ["GB"],
             "languages": ["en"], "categories": ["beauty"], "tiers": ["micro"],
             "budget": {"amount": "10000.50", "currency": "gbp"}, "exclusions": ["@Rival"], "brandSafety": ["vape"],
             "mustHave": ["skincare"], "niceToHave": ["vegan"], "weights": {"relevance": 1, "price": 0},
             "order": "most-followers"}
            """;

    @Test
    void everything_that_can_be_asked_for_is_read() {
        Brief brief = read(FULL);

        assertEquals("vegan skincare for students in the UK", brief.text());
        assertEquals(Optional.of(new Brand("Green Face")), brief.brand());
        assertEquals(Goal.SALES, brief.goal());
        assertEquals(Set.of("GB"), brief.regions());
        assertEquals(Set.of("en"), brief.languages());
        assertEquals(Set.of(Category.BEAUTY), brief.categories());
        assertEquals(Set.of("micro"), brief.tiers());
        assertEquals(Optional.of(new Money(new BigDecimal("10000.50"), Currency.getInstance("GBP"))), brief.budget());
        assertEquals(List.of(Handle.tiktok("rival")), brief.exclusions());
        assertEquals(Set.of("vape"), brief.unsafe());
        assertEquals(Set.of("skincare"), brief.mustHave());
        assertEquals(Set.of("vegan"), brief.niceToHave());
        assertEquals(new Weights(1, .2, .15, .1, 0, .05), brief.weights());
        assertEquals(Optional.of(Order.MOST_FOLLOWERS), brief.order());
    }

    @Test
    void what_was_read_is_written_the_same() {
        Brief brief = read(FULL);

        assertEquals(brief, read(Json.write(BriefView.of(brief))));
    }

    @Test
    void a_text_is_enough() {
        assertEquals(Brief.of("board games"), read("{\"text\": \"board games\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\":\"a\",\"bugdet\":1}|INVALID_INPUT|unknown field 'bugdet': did you mean 'budget'?",
                "{\"text\":\"a\",\"weights\":{\"relevanze\":1}}|INVALID_INPUT|unknown field 'relevanze': did you mean 'relevance'?",
                "{\"text\":\"a\"} {}|INVALID_INPUT|the body cannot be understood",
                "{}|IMPOSSIBLE_INPUT|the brief's text is missing",
                "{\"text\":\" \"}|IMPOSSIBLE_INPUT|the brief's text is empty",
                "{\"text\":\"a\",\"goal\":\"fame\"}|IMPOSSIBLE_INPUT|the goal must be one of reach, engagement, sales",
                "{\"text\":\"a\",\"order\":\"bm52\"}|IMPOSSIBLE_INPUT|unknown order 'bm52': did you mean 'bm25'?",
                "{\"text\":\"a\",\"regions\":[null]}|IMPOSSIBLE_INPUT|null stands among the regions",
                "{\"text\":\"a\",\"categories\":[\"beuty\"]}|IMPOSSIBLE_INPUT|unknown category 'beuty': did you mean 'beauty'?",
                "{\"text\":\"a\",\"budget\":{\"amount\":0,\"currency\":\"EUR\"}}|IMPOSSIBLE_INPUT|the budget must be more than 0, not 0",
                "{\"text\":\"a\",\"budget\":{\"amount\":1e99,\"currency\":\"EUR\"}}|IMPOSSIBLE_INPUT|not an amount of money: '1e99'",
                "{\"text\":\"a\",\"budget\":{\"amount\":\"5\",\"currency\":\"EURO\"}}|IMPOSSIBLE_INPUT|unknown currency 'EURO'",
                "{\"text\":\"a\",\"budget\":{\"amount\":\"5\"}}|IMPOSSIBLE_INPUT|the budget's currency is missing",
                "{\"text\":\"a\",\"exclusions\":[\"no handle!\"]}|IMPOSSIBLE_INPUT|not a tiktok handle",
                "[]|INVALID_INPUT|the body cannot be understood",
            })
    void what_is_wrong_is_said(String document, Failure.Kind kind, String message) {
        Failure failure = assertThrows(Failure.class, () -> read(document));

        assertTrue(failure.getMessage().startsWith(message), failure.getMessage());
        assertEquals(kind, failure.kind());
    }

    @Test
    void a_problem_does_not_repeat_a_megabyte() {
        Failure failure =
                assertThrows(Failure.class, () -> read("{\"text\":\"a\",\"brand\":\"" + "b".repeat(1 << 20) + "\"}"));

        assertTrue(failure.getMessage().length() < 400, failure.getMessage());
    }

    private static Brief read(String document) {
        return Json.read(document.getBytes(StandardCharsets.UTF_8), BriefView.class)
                .brief();
    }
}
