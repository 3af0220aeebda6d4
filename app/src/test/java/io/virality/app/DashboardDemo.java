package io.virality.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The demo and a browser, started once for all tests of the dashboard. */
final class DashboardDemo implements BeforeAllCallback {

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");

    /** How long to wait for what is to be seen, on a machine that has other things to do. */
    private static final double PATIENCE_MILLIS = 60_000;

    /** Simulated by the demo's usual seed. */
    static final String CREATOR = "sim_nova_spins282";

    /** Paid by two brands. */
    static final String SPONSORED = "sim_sagespices1789";

    private static final String DATABASE = "demo.db";

    private Started started;

    /** Skips the tests, saying so, where no browser is installed. */
    @Override
    public void beforeAll(ExtensionContext context) {
        Optional<Path> browser = browser();
        Assumptions.assumeTrue(
                browser.isPresent(),
                "no browser is installed, so the dashboard was not looked at: apt-get install chromium");
        started = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(DashboardDemo.class))
                .getOrComputeIfAbsent(Started.class, key -> Started.with(browser.get()), Started.class);
    }

    private static Optional<Path> browser() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> BROWSERS.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A tab on a wide, light screen. */
    DashboardVisit visit() {
        return new DashboardVisit(started.browser, started.server.address());
    }

    /** Where the demo's data are. */
    Path database() {
        return started.folder.resolve(DATABASE);
    }

    /** A tab on another server. */
    DashboardVisit visit(ServerProcess server) {
        return new DashboardVisit(started.browser, server.address());
    }

    /** What the API answers. */
    JsonNode json(String path) throws IOException, InterruptedException {
        return started.server.json(path);
    }

    /** The addresses of all views, with examples for those that show one thing. */
    static Stream<String> views() {
        return Stream.of(
                "",
                "#/creators",
                "#/creators/" + CREATOR,
                "#/creators/" + SPONSORED,
                "#/compare?creators=" + CREATOR + "," + SPONSORED,
                "#/data",
                "#/experiments",
                "#/experiments/captions-that-ask",
                "#/findings",
                "#/heatmap",
                "#/insights",
                "#/marketplace",
                "#/portfolio",
                "#/portfolio?text=dance&amount=5000",
                "#/portfolio?text=dance&amount=50000&shortlist=" + CREATOR,
                "#/power",
                "#/recommendations",
                "#/recommendations?text=dance+music&regions=US&price=40&mustHave=dance&shortlist=" + CREATOR,
                "#/segments");
    }

    private record Started(Path folder, ServerProcess server, Playwright playwright, Browser browser)
            implements AutoCloseable {

        static Started with(Path executable) {
            try {
                Path folder = Files.createTempDirectory("dashboard");
                ServerProcess server = ServerProcess.start(
                        "demo",
                        "--port",
                        "0",
                        "--database",
                        folder.resolve(DATABASE).toString());
                PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(executable)
                                .setArgs(List.of("--disable-gpu", "--disable-background-networking")));
                return new Started(folder, server, playwright, browser);
            } catch (IOException e) {
                throw new AssertionError("the demo did not start", e);
            }
        }

        @Override
        public void close() throws IOException {
            browser.close();
            playwright.close();
            server.close();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }
}
