package io.virality.app;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pictures of every view in {@code app/target/screenshots}, light, dark and narrow. By its name no test, so that it runs
 * only when asked for: {@code mvn -pl app -am test -Dtest=DashboardScreenshots -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class DashboardScreenshots {

    private static final Path FOLDER = Path.of("target", "screenshots");

    @RegisterExtension
    static final DashboardDemo DEMO = new DashboardDemo();

    @ParameterizedTest
    @MethodSource("io.virality.app.DashboardDemo#views")
    void of_a_view(String view) {
        try (DashboardVisit visit = DEMO.visit()) {
            Page page = visit.open(view);
            visit.assertChartsAreDrawn();
            String name = view.isEmpty()
                    ? "overview"
                    : view.replaceAll("[^\\w]+", "-").replaceAll("^-", "");
            take(page, name + "-light");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            take(page, name + "-dark");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            page.setViewportSize(360, 740);
            visit.assertChartsAreDrawn();
            take(page, name + "-narrow");
        }
    }

    private static void take(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve(name + ".png"))
                .setFullPage(true));
    }
}
