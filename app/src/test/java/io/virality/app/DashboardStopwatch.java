package io.virality.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * How long somebody waits for the dashboard once the server is up, each time in a new browser window with nothing cached:
 * the first visit, and the median of some more. By its name no test, so that it runs only when asked for: {@code mvn -pl app
 * -am test -Dtest=DashboardStopwatch -Dsurefire.failIfNoSpecifiedTests=false}, with {@code -Dvirality.database=FILE} on those
 * data besides the demo's.
 */
class DashboardStopwatch {

    private static final int VISITS = 9;

    /** From the request for the page until what is waited for can be used, by the browser's own clock. */
    private static final String SINCE_REQUEST = "performance.now()";

    @RegisterExtension
    static final DashboardDemo DEMO = new DashboardDemo();

    @Test
    void first_view_and_creators() throws IOException {
        measure(DEMO::visit);
        String database = System.getProperty("virality.database");
        if (database != null) {
            try (ServerProcess server = ServerProcess.start("serve", "--port", "0", "--database", database)) {
                System.out.println(database);
                measure(() -> DEMO.visit(server));
            }
        }
    }

    private interface Visits {

        DashboardVisit begin();
    }

    private static void measure(Visits visits) {
        report("overview: can be used", visits, "", ".cards > a");
        report("creators: first page", visits, "#/creators", ".creators tbody tr");
        report("creators by engagement", visits, "#/creators?sort=-engagementRate", ".creators tbody tr");
        report("creators by handle", visits, "#/creators?sort=handle", ".creators tbody tr");
        report("creators of a tier", visits, "#/creators?tier=micro", ".creators tbody tr");
        report("creators by letters", visits, "#/creators?search=9", ".creators tbody tr");
    }

    private static void report(String what, Visits visits, String view, String awaited) {
        double first = 0;
        double[] millis = new double[VISITS];
        for (int i = -1; i < VISITS; i++) {
            try (DashboardVisit visit = visits.begin()) {
                Page page = visit.request(view);
                assertThat(page.locator(awaited).first()).isVisible();
                double taken = ((Number) page.evaluate(SINCE_REQUEST)).doubleValue();
                if (i < 0) {
                    first = taken;
                } else {
                    millis[i] = taken;
                }
                // The server still answers what this window asks; the next visitor is to find it idle.
                assertThat(page.locator("[aria-busy]")).hasCount(0);
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                "%s: %.0f ms (%.0f to %.0f, %d visits; the first one %.0f)%n",
                what, millis[VISITS / 2], millis[0], millis[VISITS - 1], VISITS, first);
    }
}
