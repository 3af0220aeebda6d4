package io.virality.domain.portfolio;

import io.virality.domain.pricing.PriceList;
import java.util.ArrayList;
import java.util.List;

/**
 * A portfolio for a brief, with what it rests on.
 *
 * @param portfolio the best set, and what explains it
 * @param found among whom it was looked for
 * @param worth of the brief's goal
 * @param prices where none was given or paid
 * @param notes on how they were found
 */
public record Proposal(Portfolio portfolio, Prospects.Found found, Worth worth, PriceList prices, List<String> notes) {

    /** A copy is kept. */
    public Proposal {
        notes = List.copyOf(notes);
    }

    /** What is maximised, in words. */
    public String maximised() {
        return portfolio.best().tolerance().stream()
                .mapToObj(tolerance -> "the certainty equivalent of value less price at a tolerance of losses of "
                        + Math.round(tolerance)
                        + ", proven; that tolerance is taken whose set has the highest lower quantile of "
                        + portfolio.frontier().size() + " on the frontier")
                .findFirst()
                .orElse("expected value less likely price, proven");
    }

    /** What a reader must know. */
    public List<String> caveats() {
        List<String> caveats = new ArrayList<>(notes);
        caveats.addAll(found.notes());
        caveats.add(
                "One video of each creator. Values of creators are taken as independent: what strikes all at once is not"
                        + " in the quantiles.");
        caveats.add(
                "Unless told, the audiences of two creators of one region and category are guessed to overlap by a"
                        + " stated share, where a cap on overlap is asked for; the region is the account's, not its audience's.");
        caveats.add("The candidates are those that answer best to the brief's words and keep to its limits, as in"
                + " recommendations; how well each answers is no part of its value.");
        return caveats;
    }
}
