package io.virality.domain.forecast;

import io.virality.domain.model.Metric;
import io.virality.domain.model.Metric.Figure;
import io.virality.domain.model.ModelCard;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What goes with growth, by a model over all creators.
 *
 * @param card of the model
 * @param lines a driver each, the most important first
 */
public record GrowthDrivers(ModelCard card, List<Line> lines) {

    /**
     * A driver.
     *
     * @param importance by how much the model errs more without it
     * @param effect how much more growth it tells at the driver's upper quartile than at its lower
     * @param words the effect in words
     */
    public record Line(GrowthDriver driver, Figure importance, Figure effect, String words) {}

    /** What a card tells of them. */
    public static GrowthDrivers of(ModelCard card) {
        return new GrowthDrivers(
                card,
                card.metrics().stream()
                        .filter(metric -> metric.name().startsWith(GrowthStudy.IMPORTANCE))
                        .flatMap(metric -> line(card, metric))
                        .toList());
    }

    private static Stream<Line> line(ModelCard card, Metric importance) {
        String id = importance.name().substring(GrowthStudy.IMPORTANCE.length());
        return Arrays.stream(GrowthDriver.values())
                .filter(driver -> driver.id().equals(id))
                .flatMap(driver -> card.metric(GrowthStudy.EFFECT + id).stream()
                        .map(effect -> new Line(driver, importance.model(), effect.model(), effect.definition())));
    }

    /** Whether the model errs less than panel-drift, and by how much. */
    public Metric error() {
        return card.metric(GrowthStudy.ERROR).orElseThrow();
    }
}
