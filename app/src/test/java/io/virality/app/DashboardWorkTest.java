package io.virality.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Somebody begins with nothing. */
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
            assertThat(page.locator(".progress")).containsText("3 rows read, 1 rejected");
            assertThat(page.locator("main")).containsText("handle");
            visit.open("#/creators");
            assertThat(page.locator(".creators .handle")).hasText(new String[] {"@bob", "@alice"});
            visit.assertNothingToComplainOf("a file dropped in");
        }
    }

    @Test
    void an_experiment_is_sized_and_written_down() throws Exception {
        try (ServerProcess server = ServerProcess.start(
                        "serve",
                        "--port",
                        "0",
                        "--database",
                        folder.resolve("new.db").toString());
                DashboardVisit visit = DEMO.visit(server)) {
            Page page = visit.open("#/power");
            assertThat(page.locator("main .answer")).containsText("units are needed");
            page.locator("[name=key]").first().fill("shorter-captions");
            page.locator("fieldset [name=key]").fill("orders");
            page.locator("button")
                    .filter(new Locator.FilterOptions().setHasText("Create the draft"))
                    .click();
            assertThat(page.locator("main h2").first()).containsText("shorter-captions");
            assertThat(page.locator("main .state").first()).hasText("Draft");
            visit.assertNothingToComplainOf("a design");
        }
    }
}
