package io.virality.web;

import io.virality.domain.creator.Origin;
import io.virality.domain.model.Feature;
import io.virality.domain.model.Metric;
import io.virality.domain.model.Metric.Figure;
import io.virality.domain.model.ModelCard;
import io.virality.domain.model.ModelKind;
import io.virality.domain.model.Standing;
import io.virality.domain.model.TrainingRows;
import io.virality.domain.stats.Interval;
import io.virality.domain.stats.RobustScale;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** How trained models are shown. */
final class ModelViews {

    private ModelViews() {}

    record ModelsView(List<ModelView> models) {

        static ModelsView of(List<ModelCard> cards) {
            return new ModelsView(cards.stream().map(ModelView::of).toList());
        }
    }

    /** {@code standing} says whether it beats its baseline, by its first metric; {@code seed} is a whole number as a text. */
    record ModelView(
            String id,
            ModelKind kind,
            String title,
            Instant trainedAt,
            RowsView rows,
            List<FeatureView> features,
            Map<String, String> settings,
            String seed,
            Optional<String> baseline,
            Standing standing,
            List<MetricView> metrics,
            String provenance,
            Origin data) {

        static ModelView of(ModelCard card) {
            return new ModelView(
                    card.id(),
                    card.kind(),
                    card.title(),
                    card.trainedAt(),
                    RowsView.of(card.rows()),
                    card.features().stream().map(FeatureView::of).toList(),
                    card.settings(),
                    Long.toString(card.seed()),
                    card.baseline(),
                    card.standing(),
                    card.metrics().stream().map(MetricView::of).toList(),
                    card.provenance(),
                    card.rows().origin());
        }
    }

    record RowsView(String hash, Map<String, Long> counts, Optional<Instant> asOf) {

        static RowsView of(TrainingRows rows) {
            return new RowsView(rows.hash(), rows.counts(), rows.asOf());
        }
    }

    /** {@code centre} and {@code deviation}, both or none: the median and the median absolute deviation in training. */
    record FeatureView(String name, String definition, OptionalDouble centre, OptionalDouble deviation) {

        static FeatureView of(Feature feature) {
            Optional<RobustScale> scale = feature.scale();
            return new FeatureView(
                    feature.name(),
                    feature.definition(),
                    scale.map(known -> OptionalDouble.of(known.centre())).orElseGet(OptionalDouble::empty),
                    scale.map(known -> OptionalDouble.of(known.deviation())).orElseGet(OptionalDouble::empty));
        }
    }

    record MetricView(
            String name,
            String definition,
            boolean higherIsBetter,
            FigureView model,
            Optional<FigureView> baseline,
            Optional<FigureView> gain) {

        static MetricView of(Metric metric) {
            return new MetricView(
                    metric.name(),
                    metric.definition(),
                    metric.higherIsBetter(),
                    FigureView.of(metric.model()),
                    metric.baseline().map(FigureView::of),
                    metric.gain().map(FigureView::of));
        }
    }

    /** {@code low}, {@code high} and {@code confidence}, all or none. */
    record FigureView(double value, OptionalDouble low, OptionalDouble high, OptionalDouble confidence) {

        static FigureView of(Figure figure) {
            return new FigureView(
                    figure.value(),
                    end(figure.interval().map(Interval::low)),
                    end(figure.interval().map(Interval::high)),
                    end(figure.interval().map(Interval::confidence)));
        }

        private static OptionalDouble end(Optional<Double> value) {
            return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
        }
    }
}
