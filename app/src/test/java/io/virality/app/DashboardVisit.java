package io.virality.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
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

    private static final List<String> SERIOUS = List.of("serious", "critical");

    private static final String BEYOND_THE_EDGE = "() => document.documentElement.scrollWidth <= innerWidth ? []"
            + " : [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
            + ".map(e => e.tagName + '.' + e.getAttribute('class'))";

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
        request(view);
        await();
        return page;
    }

    /** Opens a view without waiting. */
    Page request(String view) {
        page.navigate(address + view, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        return page;
    }

    /** Waits until nothing to be seen is under way any more, and everything went well. */
    void await() {
        assertThat(page.locator("main .view > *").first()).isAttached();
        assertThat(page.locator("main .loading")).hasCount(0);
        assertThat(page.locator("main [aria-busy=true]:visible")).hasCount(0);
        assertEquals(List.of(), page.locator("main .problem").allInnerTexts());
    }

    /** Every chart that is to be seen has marks in it, and words for those who do not see it. */
    void assertChartsAreDrawn() {
        for (Locator chart : page.locator("main .chart:not(.pending):visible").all()) {
            assertThat(chart.locator("svg path").first()).isAttached();
            assertTrue(
                    !Objects.requireNonNullElse(chart.getAttribute("aria-label"), "")
                            .isBlank(),
                    "a chart without a description in words");
        }
    }

    /** Nothing is wider than a telephone: what is hidden by its edge is found by scrolling down only. */
    void assertFitsATelephone(String view) {
        page.setViewportSize(360, 740);
        // Charts follow the window a frame later.
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        assertEquals(List.of(), page.evaluate(BEYOND_THE_EDGE), view + " is wider than a telephone");
    }

    /** Whoever does not see it, or likes it dark, can use it, too. */
    void assertForEverybody(String view) {
        assertEquals(List.of(), serious(new AxeBuilder(page)), view);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertEquals(
                List.of(), serious(new AxeBuilder(page).withRules(List.of("color-contrast"))), view + " in the dark");
    }

    private static List<String> serious(AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .filter(rule -> SERIOUS.contains(rule.getImpact()))
                .map(DashboardVisit::inWords)
                .toList();
    }

    private static String inWords(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream()
                        .map(node -> node.getTarget().toString())
                        .toList();
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
