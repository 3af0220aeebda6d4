package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
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

    private static final List<String> SERIOUS = List.of("serious", "critical");

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
            assertEquals(List.of(), serious(new AxeBuilder(page)), view);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertEquals(
                    List.of(),
                    serious(new AxeBuilder(page).withRules(List.of("color-contrast"))),
                    view + " in the dark");
            visit.assertFitsATelephone(view);
            visit.assertNothingToComplainOf(view);
        }
    }

    private static List<String> serious(AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .filter(rule -> SERIOUS.contains(rule.getImpact()))
                .map(DashboardViewsTest::inWords)
                .toList();
    }

    private static String inWords(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream()
                        .map(node -> node.getTarget().toString())
                        .toList();
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
