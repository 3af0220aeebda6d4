package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.application.port.ModelsContract;
import io.virality.domain.model.ModelCard;
import io.virality.domain.model.ModelKind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ModelReportTest {

    private final ModelCard card =
            ModelsContract.card(ModelKind.VIRALITY, "ab|cd", Instant.parse("2026-11-01T12:00:00Z"));

    @Test
    void a_card_as_a_page_tells_what_it_learnt_from_and_how_good_it_is() {
        StringWriter page = new StringWriter();
        ModelReport.printMarkdown(card, new PrintWriter(page, true));
        String text = page.toString();
        assertTrue(text.startsWith("# what – it – is"), text);
        assertTrue(text.contains("7,000,000,000 videos, 12 creators (mixed data)"), text);
        assertTrue(text.contains("It is better than the baseline."), text);
        assertTrue(text.contains("""
                | brier (less is better) | 0.2000 [0.1000, 0.3000] (95 %) | 0.2500 | 0.0500 [0.0100, 0.0900] (90 %) |\
                 mean squared error |"""), text);
        assertTrue(text.contains("- `z`: ln of views; median -1.500, deviation 1.000e-09"), text);
        assertTrue(text.contains("- trees: 200"), text);
        assertTrue(text.contains("provenance\nin lines"), text);
    }

    @Test
    void the_terminal_shows_the_same_figures() {
        StringWriter printed = new StringWriter();
        ModelReport.print(card, new PrintWriter(printed, true));
        assertTrue(
                printed.toString()
                        .contains(
                                "brier: 0.2000 [0.1000, 0.3000] (95 %); baseline 0.2500; gain 0.0500 [0.0100, 0.0900]"),
                printed.toString());
    }
}
