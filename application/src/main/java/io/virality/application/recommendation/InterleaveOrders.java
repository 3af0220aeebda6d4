package io.virality.application.recommendation;

import io.virality.application.Failure;
import io.virality.application.experiment.AssignUnits;
import io.virality.application.experiment.DraftExperiment;
import io.virality.application.experiment.RecordExposures;
import io.virality.application.experiment.StartExperiment;
import io.virality.application.port.Experiments;
import io.virality.domain.assignment.Attribute.Field;
import io.virality.domain.assignment.Attribute.Fields;
import io.virality.domain.assignment.Attribute.Text;
import io.virality.domain.creator.Handle;
import io.virality.domain.experiment.Design;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Line;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.recommendation.Brief;
import io.virality.domain.recommendation.Interleaving;
import io.virality.domain.recommendation.Order;
import io.virality.domain.recommendation.Ordering;
import io.virality.domain.recommendation.Recommendation;
import io.virality.domain.recommendation.Recommendations;
import io.virality.domain.recommendation.TeamDraft;
import io.virality.domain.recommendation.TeamDraft.Pick;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Recommends creators that two orders have picked in turns, and keeps who picked whom: what the brand then says of them tells
 * which order it prefers. The experiment begins with its first list.
 */
public final class InterleaveOrders {

    private static final String WHO = "virality recommend";

    private final RecommendCreators recommendCreators;
    private final Experiments experiments;
    private final DraftExperiment draftExperiment;
    private final StartExperiment startExperiment;
    private final AssignUnits assignUnits;
    private final RecordExposures recordExposures;
    private final Clock clock;

    @Inject
    InterleaveOrders(
            RecommendCreators recommendCreators,
            Experiments experiments,
            DraftExperiment draftExperiment,
            StartExperiment startExperiment,
            AssignUnits assignUnits,
            RecordExposures recordExposures,
            Clock clock) {
        this.recommendCreators = recommendCreators;
        this.experiments = experiments;
        this.draftExperiment = draftExperiment;
        this.startExperiment = startExperiment;
        this.assignUnits = assignUnits;
        this.recordExposures = recordExposures;
        this.clock = clock;
    }

    /**
     * The list.
     *
     * @param orders the two; the first is what the other is compared with
     * @throws Failure {@code IMPOSSIBLE_INPUT} if these are not two orders, or the brief names no brand; {@code CONFLICT} if the
     *     experiment is over; those of {@link RecommendCreators#recommend}
     */
    public Recommendations recommend(Brief brief, List<Order> orders, int most) {
        if (orders.size() != 2 || orders.get(0) == orders.get(1)) {
            throw impossible("two different orders are interleaved, such as score,most-followers");
        }
        Brand brand = brief.brand()
                .orElseThrow(() -> impossible(
                        "the brief names no brand: which order is better is told by what the brand says of creators"));
        Map<Order, Recommendations> lists = new LinkedHashMap<>();
        orders.forEach(order -> lists.put(order, recommendCreators.recommend(brief.orderedBy(order), most)));
        Design design = Interleaving.design(orders.get(0), orders.get(1));
        Experiment experiment = running(design, lists.get(orders.get(0)));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String list = brand.name() + " " + now;
        Order began = Order.named(assignUnits
                        .assign(
                                experiment.key(),
                                List.of(new Fields(
                                        List.of(new Field(design.targeting().attribute(), new Text(list))))))
                        .get(0)
                        .key())
                .orElseThrow();
        Order other = orders.get(0) == began ? orders.get(1) : orders.get(0);
        Map<Long, Recommendation> known = Stream.of(other, began)
                .flatMap(order -> lists.get(order).recommended().stream())
                .collect(Collectors.toMap(InterleaveOrders::number, Function.identity(), (one, same) -> same));
        List<Pick<Long>> picks = TeamDraft.of(
                numbers(lists.get(began)), numbers(lists.get(other)), most, new SplittableRandom(list.hashCode()));
        List<Order> by =
                picks.stream().map(pick -> pick.byFirst() ? began : other).toList();
        List<Recommendation> recommended =
                picks.stream().map(pick -> known.get(pick.picked())).toList();
        Map<String, Order> pickers = new LinkedHashMap<>();
        for (int i = 0; i < by.size(); i++) {
            Order picker = by.get(i);
            recommended
                    .get(i)
                    .candidate()
                    .portrait()
                    .handle()
                    .map(Handle::name)
                    .ifPresent(name -> pickers.put(name, picker));
        }
        recordExposures.record(
                experiment.key(),
                List.of(new Line<>(1, Interleaving.shown(list, brand, began, pickers, now)))
                        .iterator());
        return interleaved(brief, lists.get(began), recommended, new Interleaving(experiment.key(), list, by));
    }

    private static Recommendations interleaved(
            Brief brief, Recommendations one, List<Recommendation> recommended, Interleaving interleaving) {
        List<String> notes = new ArrayList<>();
        notes.add("Two orders have picked in turns. Say by 'virality feedback' whom you go on with;"
                + " 'virality experiment results " + interleaving.experiment() + "' tells which order picks better.");
        notes.addAll(one.notes());
        return new Recommendations(
                brief,
                new Ordering(one.ordering().by(), "It began; another order and it have picked in turns."),
                Optional.of(interleaving),
                recommended,
                one.considered(),
                one.leftOut(),
                notes,
                one.origin(),
                one.asOf());
    }

    private Experiment running(Design design, Recommendations data) {
        Optional<Experiment> known = experiments.find(design.key());
        if (known.isEmpty()) {
            draftExperiment.draft(design, data.origin(), WHO);
        }
        if (known.isEmpty() || known.get().state() == Experiment.State.DRAFT) {
            return startExperiment.start(design.key(), WHO);
        }
        if (known.get().state() != Experiment.State.RUNNING) {
            throw new Failure(
                    Failure.Kind.CONFLICT,
                    "experiment '" + design.key() + "' is over: 'virality experiment results " + design.key()
                            + "' tells what came of it");
        }
        return known.get();
    }

    private static Failure impossible(String why) {
        return new Failure(Failure.Kind.IMPOSSIBLE_INPUT, why);
    }

    private static List<Long> numbers(Recommendations recommendations) {
        return recommendations.recommended().stream()
                .map(InterleaveOrders::number)
                .toList();
    }

    private static long number(Recommendation recommendation) {
        return recommendation.candidate().portrait().creator();
    }
}
