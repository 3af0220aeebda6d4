package io.virality.domain.recommendation;

import io.virality.domain.assignment.Attribute;
import io.virality.domain.assignment.Attribute.Field;
import io.virality.domain.assignment.Attribute.Fields;
import io.virality.domain.assignment.Attribute.Text;
import io.virality.domain.experiment.AnalysisPlan;
import io.virality.domain.experiment.Design;
import io.virality.domain.experiment.Engine;
import io.virality.domain.experiment.Exposure;
import io.virality.domain.experiment.Measurement;
import io.virality.domain.experiment.Metric;
import io.virality.domain.experiment.Outcome;
import io.virality.domain.experiment.RandomizedUnit;
import io.virality.domain.experiment.RegisteredMetric;
import io.virality.domain.experiment.Targeting;
import io.virality.domain.experiment.Variation;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.recommendation.Feedback.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list that two orders have picked in turns, as a unit of an experiment. Its variation is the order that began. Of each
 * creator with whom the brand goes on, the order that picked it earns a credit. What is measured is half of what the beginner
 * earned more than the other one: so the difference between the variations is how many credits a brief the second order
 * earns more than the first, whatever beginning is worth.
 *
 * @param experiment its key
 * @param list the unit
 * @param by who picked each creator of the list, in its order
 */
public record Interleaving(String experiment, String list, List<Order> by) {

    private static final String PREFIX = "interleave-";
    private static final String CREDIT = "credit";
    private static final String BRAND = "brand";
    private static final String PICKS = "picks";
    private static final double HALF = .5;

    /** A copy is kept. */
    public Interleaving {
        by = List.copyOf(by);
    }

    /** Whether lists of two orders are what an experiment of this key is about. */
    public static boolean isKey(String experiment) {
        return experiment.startsWith(PREFIX);
    }

    /** The experiment that compares two orders; the first is the control. */
    public static Design design(Order control, Order other) {
        return new Design(
                PREFIX + control.id() + "-" + other.id(),
                "Brands go on with more creators that " + other.id() + " picks than with creators that " + control.id()
                        + " picks",
                "virality recommend",
                RandomizedUnit.USER,
                List.of(
                        new Variation(control.id(), control.id() + " begins", HALF),
                        new Variation(other.id(), other.id() + " begins", HALF)),
                Targeting.EVERYONE,
                List.of(RegisteredMetric.of(CREDIT, Metric.Role.PRIMARY, Measurement.of(Metric.Kind.MEAN, CREDIT))),
                Engine.FREQUENTIST,
                AnalysisPlan.USUAL_ALPHA);
    }

    /** What is kept of a list: who picked whom. */
    public static Exposure shown(String list, Brand brand, Order began, Map<String, Order> picks, Instant at) {
        return new Exposure(
                list,
                began.id(),
                at,
                new Fields(List.of(
                        new Field(BRAND, new Text(brand.name())),
                        new Field(
                                PICKS,
                                new Fields(picks.entrySet().stream()
                                        .map(pick -> new Field(
                                                pick.getKey(),
                                                new Text(pick.getValue().id())))
                                        .toList())))));
    }

    /** What a brand's word is worth in the list that it was last shown the creator in; empty if it never was. */
    public static Optional<Outcome> credit(List<Exposure> lists, Feedback feedback) {
        String creator = feedback.creator().name();
        Optional<Exposure> last = lists.stream()
                .filter(shown -> !shown.at().isAfter(feedback.givenAt()))
                .filter(shown -> new Brand(shown.attributes().named(BRAND).text()).equals(feedback.brand()))
                .filter(shown -> picker(shown, creator).isPresent())
                .max((one, other) -> one.at().compareTo(other.at()));
        return last.map(shown -> {
            boolean began = picker(shown, creator).orElseThrow().equals(shown.variation());
            double half = began ? HALF : -HALF;
            // At the time of the list, so that what the brand says later corrects it.
            return new Outcome(
                    shown.unit(), CREDIT, shown.at(), creator, feedback.stage() == Stage.DISMISSED ? 0 : half);
        });
    }

    private static Optional<String> picker(Exposure shown, String creator) {
        return shown.attributes()
                .child(PICKS)
                .flatMap(picks -> picks.child(creator))
                .map(Attribute::text);
    }
}
