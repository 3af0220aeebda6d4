package io.virality.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Somebody begins with nothing. */
@Tag("browser")
class DashboardWorkTest {

    @RegisterExtension
    static final DashboardDemo DEMO = new DashboardDemo();

    @TempDir
    Path folder;

    @Test
    void whoever_has_no_data_is_told_how_to_get_some_and_drops_a_file_in() throws Exception {
        Path file = Files.writeString(
                folder.resolve("creators.csv"),
                "handle,followers,observed_at\nalice,5000,2026-11-01\nbob,70000,2026-11-01\n,12,2026-11-01\n");
        try (ServerProcess server = ServerProcess.start(
                        "serve",
                        "--port",
                        "0",
                        "--database",
                        folder.resolve("new.db").toString());
                DashboardVisit visit = DEMO.visit(server)) {
            Page page = visit.open("");
            assertThat(page.locator("main")).containsText("./virality demo");
            visit.open("#/data").locator("input[type=file]").setInputFiles(file);
            assertThat(page.locator(".progress")).containsText("finished");
            assertThat(page.locator(".progress")).containsText("3 rows read, 1 rejected");
            assertThat(page.locator("main")).containsText("a creator needs a platform id or a handle");
            visit.open("#/creators");
            assertThat(page.locator(".creators .handle")).hasText(new String[] {"@bob", "@alice"});
            visit.assertNothingToComplainOf("a file dropped in");
        }
    }

    @Test
    void an_experiment_is_designed_started_observed_and_decided() throws Exception {
        try (ServerProcess server = ServerProcess.start(
                        "serve",
                        "--port",
                        "0",
                        "--database",
                        folder.resolve("new.db").toString());
                DashboardVisit visit = DEMO.visit(server)) {
            Page page = visit.open("#/power");
            assertThat(page.locator("main .answer[role=status]")).containsText("units are needed");
            page.locator("[name=key]").first().fill("shorter-captions");
            page.locator("fieldset [name=key]").fill("orders");
            button(page, "Create the draft").click();
            assertThat(page.locator("main h2").first()).containsText("shorter-captions");
            assertThat(page.locator("main .state").first()).hasText("Draft");
            button(page, "Start the experiment").click();
            assertThat(page.locator("main .state").first()).hasText("Running");

            page.locator("input[name=exposures]").setInputFiles(told("exposures", DashboardWorkTest::exposure));
            assertThat(page.locator("main .lifecycle")).containsText("800 lines are kept");
            page.locator("input[name=outcomes]").setInputFiles(told("outcomes", DashboardWorkTest::order));
            assertThat(page.locator("main .lifecycle")).containsText("200 lines are kept");
            assertThat(page.locator(".verdict h3")).isVisible();
            assertThat(page.locator("main")).containsText("Sample ratio: Fits");
            visit.assertChartsAreDrawn();

            page.locator("[name=reason]").fill("the plan is fulfilled");
            button(page, "Stop the experiment").click();
            assertThat(page.locator("main .state").first()).hasText("Stopped");
            assertThat(page.locator(".verdict h3")).hasText("Ship treatment");
            assertThat(page.locator("main")).containsText("treatment raises orders");
            visit.assertNothingToComplainOf("an experiment");
        }
    }

    private static Locator button(Page page, String words) {
        return page.locator("main button").filter(new Locator.FilterOptions().setHasText(words));
    }

    /** A line for each of 800 units that has something to tell. */
    private Path told(String what, IntFunction<Optional<String>> line) throws IOException {
        return Files.write(
                folder.resolve(what + ".ndjson"),
                IntStream.range(0, 800).mapToObj(line).flatMap(Optional::stream).toList());
    }

    private static Optional<String> exposure(int unit) {
        return Optional.of("{\"unit\": \"u%d\", \"variation\": \"%s\", \"at\": \"%s\"}"
                .formatted(unit, unit % 2 == 0 ? "control" : "treatment", Instant.now()));
    }

    /** Of the control one in eight orders, of the treatment three in eight. */
    private static Optional<String> order(int unit) {
        return unit / 2 % 8 < (unit % 2 == 0 ? 1 : 3)
                ? Optional.of(
                        "{\"unit\": \"u%d\", \"outcome\": \"orders\", \"at\": \"%s\"}".formatted(unit, Instant.now()))
                : Optional.empty();
    }
}
