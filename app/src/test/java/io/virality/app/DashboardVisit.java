package io.virality.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A visitor's tab on the dashboard, which writes down what must not happen: errors, breaches of the content security
 * policy, requests to other hosts.
 */
final class DashboardVisit implements AutoCloseable {

    private static final String REPORTS_BREACHES =
            "addEventListener('securitypolicyviolation', e => console.error('CSP: ' + e.violatedDirective + ' '"
                    + " + e.blockedURI))";

    private static final double MILLIS = 30_000;
    private static final LocatorAssertions.IsAttachedOptions PATIENTLY =
            new LocatorAssertions.IsAttachedOptions().setTimeout(MILLIS);
    private static final LocatorAssertions.HasCountOptions NONE =
            new LocatorAssertions.HasCountOptions().setTimeout(MILLIS);

    private final String address;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    DashboardVisit(Browser browser, String address) {
        this.address = address;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1280, 900)
                .setColorScheme(ColorScheme.LIGHT)
                .setAcceptDownloads(true)
                .setLocale("en-GB"));
        this.page = context.newPage();
        page.addInitScript(REPORTS_BREACHES);
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("uncaught: " + error));
        page.onRequest(request -> {
            String url = request.url();
            if (!url.startsWith(address) && !url.startsWith("data:") && !url.startsWith("blob:" + address)) {
                complaints.add("request to another host: " + url);
            }
        });
    }

    /** Opens a view afresh and waits until it shows what it has. */
    Page open(String view) {
        page.navigate("about:blank");
        page.navigate(address + view);
        await();
        return page;
    }

    /** Waits until nothing to be seen is under way any more, and everything went well. */
    void await() {
        assertThat(page.locator("main .view > *").first()).isAttached(PATIENTLY);
        assertThat(page.locator("main .loading")).hasCount(0, NONE);
        assertThat(page.locator("main [aria-busy=true]:visible")).hasCount(0, NONE);
        assertThat(page.locator("main .problem")).hasCount(0);
    }

    /** Every chart that is to be seen has marks in it, and words for those who do not see it. */
    void assertChartsAreDrawn() {
        for (Locator chart : page.locator("main .chart:not(.pending):visible").all()) {
            assertThat(chart.locator("svg path").first()).isAttached(PATIENTLY);
            assertTrue(
                    !Objects.requireNonNullElse(chart.getAttribute("aria-label"), "")
                            .isBlank(),
                    "a chart without a description in words");
        }
    }

    void assertNothingToComplainOf(String view) {
        assertEquals(List.of(), complaints, view);
    }

    Page page() {
        return page;
    }

    @Override
    public void close() {
        context.close();
    }
}
