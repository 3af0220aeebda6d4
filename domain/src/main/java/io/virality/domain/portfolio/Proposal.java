package io.virality.domain.portfolio;

import io.virality.domain.creator.Origin;
import io.virality.domain.insight.Statement;
import io.virality.domain.pricing.PriceList;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A portfolio for a brief, with what it rests on.
 *
 * @param portfolio the best set, and what explains it
 * @param found among whom it was looked for
 * @param worth of the brief's goal
 * @param prices where none was given
 * @param statement that gave the figures
 * @param asOf the newest observation among them
 * @param origin whether they are real or simulated
 */
public record Proposal(
        Portfolio portfolio,
        Prospects.Found found,
        Worth worth,
        PriceList prices,
        Statement statement,
        Optional<Instant> asOf,
        Origin origin) {

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
        return List.of(
                "One video of each creator. Values of creators are taken as independent: what strikes all at once is not in"
                        + " the quantiles.",
                "The audience of two creators of one region and category is thought to overlap by a stated share where"
                        + " nothing is told; it is the account's country, not its audience's.",
                "The brief's text and words choose nobody here: its regions, languages, categories, tiers and exclusions"
                        + " do.");
    }
}
