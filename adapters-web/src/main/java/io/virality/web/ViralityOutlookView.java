package io.virality.web;

import io.virality.domain.creator.Origin;
import io.virality.domain.virality.ViralityModel;
import io.virality.domain.virality.ViralityOutlook;
import io.virality.domain.virality.ViralityOutlook.Change;
import io.virality.web.ModelViews.MetricView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How probably a video goes viral. Probabilities are fractions; {@code viralFrom} is the ratio of its views to the median
 * views of the creator's earlier videos from which it counts as viral; {@code backtest} is what the model was worth on
 * videos it had not seen.
 */
record ViralityOutlookView(
        Instant at,
        OptionalInt seconds,
        OptionalInt hashtags,
        Optional<Double> probability,
        double usual,
        double viralFrom,
        List<Change> changes,
        int settledVideos,
        String model,
        Instant trainedAt,
        List<MetricView> backtest,
        List<String> notes,
        Origin data) {

    static ViralityOutlookView of(ViralityOutlook outlook) {
        return new ViralityOutlookView(
                outlook.plan().at(),
                outlook.plan().seconds(),
                outlook.plan().hashtags(),
                outlook.probability(),
                outlook.usual(),
                ViralityModel.threshold(outlook.card()),
                outlook.changes(),
                outlook.settled(),
                outlook.card().id(),
                outlook.card().trainedAt(),
                outlook.card().metrics().stream().map(MetricView::of).toList(),
                outlook.notes(),
                outlook.card().rows().origin());
    }
}
