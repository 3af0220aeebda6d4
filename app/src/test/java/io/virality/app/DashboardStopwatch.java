package io.virality.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * How long somebody waits for the dashboard once the server is up, each time in a new browser window with nothing cached. The
 * server is launched as users launch it; the browser is open already. By its name no test, so that it runs only when asked
 * for: {@code mvn -pl app -am test -Dtest=DashboardStopwatch -Dsurefire.failIfNoSpecifiedTests=false}, with {@code
 * -Dvirality.database=FILE} on those data besides the demo's.
 */
class DashboardStopwatch {

    private static final int STARTS = 5;
    private static final int VISITS = 9;

    private static final String OVERVIEW = ".cards > a";
    private static final String CREATORS = ".creators tbody tr";

    /** From the request for the page until what is waited for can be used, by the browser's own clock. */
    private static final String SINCE_REQUEST = "performance.now()";

    @RegisterExtension
    static final DashboardDemo DEMO = new DashboardDemo();

    @Test
    void first_view_and_creators() throws IOException {
        measure(DEMO.database().toString());
        String database = System.getProperty("virality.database");
        if (database != null) {
            measure(database);
        }
    }

    private static void measure(String database) throws IOException {
        System.out.println(database);
        // Prepares what only the launcher's first use prepares, and opens the browser.
        try (ServerProcess server = serve(database)) {
            visit(server, "", OVERVIEW);
        }
        double[] first = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            try (ServerProcess server = serve(database)) {
                first[i] = visit(server, "", OVERVIEW);
            }
        }
        report("overview: first visit after a start", first);
        try (ServerProcess server = serve(database)) {
            measure(server, "overview", "", OVERVIEW);
            measure(server, "creators: first page", "#/creators", CREATORS);
            measure(server, "creators by engagement", "#/creators?sort=-engagementRate", CREATORS);
            measure(server, "creators by handle", "#/creators?sort=handle", CREATORS);
            measure(server, "creators of a tier", "#/creators?tier=micro", CREATORS);
            measure(server, "creators by letters", "#/creators?search=9", CREATORS);
        }
    }

    private static ServerProcess serve(String database) throws IOException {
        return ServerProcess.launch("serve", "--port", "0", "--database", database);
    }

    private static void measure(ServerProcess server, String what, String view, String awaited) {
        double[] millis = new double[VISITS];
        for (int i = 0; i < VISITS; i++) {
            millis[i] = visit(server, view, awaited);
        }
        report(what, millis);
    }

    private static double visit(ServerProcess server, String view, String awaited) {
        try (DashboardVisit visit = DEMO.visit(server)) {
            Page page = visit.request(view);
            assertThat(page.locator(awaited).first()).isVisible();
            double taken = ((Number) page.evaluate(SINCE_REQUEST)).doubleValue();
            // The server still answers what this window asks; the next visitor is to find it idle.
            assertThat(page.locator("[aria-busy]")).hasCount(0);
            return taken;
        }
    }

    private static void report(String what, double[] millis) {
        Arrays.sort(millis);
        System.out.printf(
                "%s: %.0f ms (%.0f to %.0f, %d times)%n",
                what, millis[millis.length / 2], millis[0], millis[millis.length - 1], millis.length);
    }
}
