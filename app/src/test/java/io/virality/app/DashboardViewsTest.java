package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every view of the dashboard in a real browser, each visited once: it shows what it has, on a telephone too and to whoever
 * does not see, and nothing that must not happen does.
 */
@Tag("browser")
class DashboardViewsTest {

    @RegisterExtension
    static final DashboardDemo DEMO = new DashboardDemo();

    @ParameterizedTest
    @MethodSource("io.virality.app.DashboardDemo#views")
    void a_view_shows_itself_to_everybody_without_an_error_and_without_asking_elsewhere(String view) {
        try (DashboardVisit visit = DEMO.visit()) {
            Page page = visit.open(view);
            visit.assertChartsAreDrawn();
            assertFalse(page.title().isBlank());
            assertTrue(page.locator("main h2").first().isVisible(), "a view says what it is");
            visit.assertForEverybody(view);
            visit.assertFitsATelephone(view);
            visit.assertNothingToComplainOf(view);
        }
    }

    @Test
    void the_first_key_leads_past_the_navigation() {
        try (DashboardVisit visit = DEMO.visit()) {
            Page page = visit.open("");
            page.keyboard().press("Tab");
            assertEquals("skip", page.evaluate("document.activeElement.className"));
            page.keyboard().press("Enter");
            assertEquals("content", page.evaluate("document.activeElement.id"));
        }
    }
}
