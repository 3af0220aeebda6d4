package io.virality.web;

import io.virality.domain.creator.Origin;
import io.virality.domain.virality.ViralityModel;
import io.virality.domain.virality.ViralityOutlook;
import io.virality.domain.virality.ViralityOutlook.Change;
import io.virality.web.ModelViews.MetricView;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How probably a video goes viral. Probabilities are fractions; {@code viralFrom} is the ratio of its views to the median
 * views of the creator's earlier videos from which it counts as viral; {@code backtest} is what the model was worth on
 * videos it had not seen.
 */
record ViralityOutlookView(
        Instant at,
        OptionalLong seconds,
        OptionalLong hashtags,
        OptionalDouble probability,
        double usual,
        double viralFrom,
        List<AlternativeView> changes,
        int settledVideos,
        String model,
        Instant trainedAt,
        List<MetricView> backtest,
        List<String> notes,
        Origin data) {

    static ViralityOutlookView of(ViralityOutlook outlook) {
        return new ViralityOutlookView(
                outlook.plan().at(),
                whole(outlook.plan().seconds()),
                whole(outlook.plan().hashtags()),
                outlook.probability().map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
                outlook.usual(),
                ViralityModel.threshold(outlook.card()),
                outlook.changes().stream().map(AlternativeView::of).toList(),
                outlook.settled(),
                outlook.card().id(),
                outlook.card().trainedAt(),
                outlook.card().metrics().stream().map(MetricView::of).toList(),
                outlook.notes(),
                outlook.card().rows().origin());
    }

    private static OptionalLong whole(OptionalInt number) {
        return number.isPresent() ? OptionalLong.of(number.getAsInt()) : OptionalLong.empty();
    }

    record AlternativeView(String words, double probability) {

        static AlternativeView of(Change change) {
            return new AlternativeView(change.words(), change.probability());
        }
    }
}
