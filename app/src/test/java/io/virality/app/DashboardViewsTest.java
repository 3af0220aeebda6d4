package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every view of the dashboard in a real browser: it shows what it has, on a
 * telephone too, and nothing that must not happen does. */
class DashboardViewsTest {

    private static final String FITS =
            "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth";

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
            // Charts follow the window a moment later.
            assertDoesNotThrow(() -> page.waitForFunction(FITS), view + " is wider than a telephone");
            visit.assertNothingToComplainOf(view);
        }
    }
}
