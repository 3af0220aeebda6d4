package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every view of the dashboard in a real browser: it shows what it has, on a
 * telephone too, and nothing that must not happen does. */
class DashboardViewsTest {

    private static final String OVERFLOW =
            "(document.documentElement.scrollWidth - document.documentElement.clientWidth)";

    @RegisterExtension
    static final DashboardDemo DEMO = new DashboardDemo();

    @ParameterizedTest
    @MethodSource("io.virality.app.DashboardDemo#views")
    void a_view_shows_itself_without_an_error_without_asking_elsewhere_and_fits_a_telephone(String view) {
        try (DashboardVisit visit = DEMO.visit()) {
            Page page = visit.open(view);
            visit.assertChartsAreDrawn();
            assertFalse(page.title().isBlank());
            assertTrue(page.locator("main h2").first().isVisible(), "a view says what it is");
            page.setViewportSize(360, 740);
            assertFits(page, view);
            visit.assertNothingToComplainOf(view);
        }
    }

    /** A chart takes its new width in the frame after. */
    private static void assertFits(Page page, String view) {
        try {
            page.waitForFunction("() => " + OVERFLOW + " <= 0");
        } catch (TimeoutError e) {
            fail(view + " is wider than a telephone by " + page.evaluate(OVERFLOW), e);
        }
    }
}
