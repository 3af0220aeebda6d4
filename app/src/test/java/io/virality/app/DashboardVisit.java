package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/**
 * A visitor's tab on the dashboard, which writes down what must not happen: errors, breaches of the content security
 * policy, requests to other hosts.
 */
final class DashboardVisit implements AutoCloseable {

    private static final String REPORTS_BREACHES =
            "addEventListener('securitypolicyviolation', e => console.error('CSP: ' + e.violatedDirective + ' '"
                    + " + e.blockedURI))";

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

    /** Waits until nothing on the page is under way any more. */
    void await() {
        page.waitForFunction(
                "() => document.querySelector('main > *') && !document.querySelector('main .loading, main .problem')"
                        + " && ![...document.querySelectorAll('main [aria-busy=true]')].some(e => e.checkVisibility())");
    }

    /** Every chart that is to be seen has marks in it. */
    void assertChartsAreDrawn() {
        page.waitForFunction("() => [...document.querySelectorAll('main .chart:not(.pending)')]"
                + ".filter(chart => chart.checkVisibility()).every(chart => chart.querySelector('svg path'))");
        for (Locator chart : page.locator("main .chart").all()) {
            if (chart.isVisible()) {
                assertTrue(
                        chart.locator("[aria-label], svg[aria-label]").count() > 0
                                || chart.getAttribute("aria-label") != null,
                        "a chart without a description in words");
            }
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
