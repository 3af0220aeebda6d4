package io.virality.application.recommendation;

import static io.virality.application.port.CreatorTextsContract.saying;
import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.counts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.application.Failure;
import io.virality.application.experiment.Conduct;
import io.virality.application.experiment.JudgeExperiment;
import io.virality.application.port.StoredPorts;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Tiers;
import io.virality.domain.experiment.Decision;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Kept;
import io.virality.domain.experiment.MetricResult;
import io.virality.domain.experiment.Results;
import io.virality.domain.ingest.ExperimentObservation;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.recommendation.Brief;
import io.virality.domain.recommendation.Feedback.Stage;
import io.virality.domain.recommendation.Interleaving;
import io.virality.domain.recommendation.Order;
import io.virality.domain.recommendation.Recommendations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InterleaveOrdersTest {

    private static final String KEY = "interleave-bm25-most-followers";
    private static final Brand BRAND = new Brand("Green Face");
    private static final List<Order> ORDERS = List.of(Order.BM25, Order.MOST_FOLLOWERS);

    private final StoredPorts ports = StoredPorts.inMemory();
    private final Ticking clock = new Ticking();
    private final RecordFeedback recordFeedback =
            new RecordFeedback(ports.feedbackLog(), ports.experiments(), ports.transactions(), clock);
    private final Conduct conduct = Conduct.of(ports, clock);
    private final InterleaveOrders interleaveOrders = new InterleaveOrders(
            new RecommendCreators(
                    InMemoryCandidates.over(ports),
                    ports.creatorIndex(),
                    ports.portraits(),
                    ports.models(),
                    Tiers.STANDARD),
            ports.experiments(),
            conduct.draft(),
            conduct.start(),
            conduct.assign(),
            conduct.exposures(),
            clock);

    /** A second later whenever it is asked. */
    private static final class Ticking extends Clock {

        private Instant now = NOON;

        @Override
        public Instant instant() {
            now = now.plus(Duration.ofSeconds(1));
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("a clock of the tests");
        }
    }

    /** The more somebody speaks of bread, the fewer followers. */
    @BeforeEach
    void creators() {
        for (int i = 0; i < 12; i++) {
            ports.creators()
                    .record(List.of(
                            saying("b" + i, "bread ".repeat(12 - i), "en", null, by("files", NOON)),
                            counts("b" + i, 1_000 * (i + 1), by("files", NOON))));
        }
        for (int i = 0; i < 30; i++) {
            ports.creators().record(List.of(saying("other" + i, "chess", "en", null, by("files", NOON))));
        }
        ports.creators().refresh();
    }

    private static Brief brief() {
        Brief plain = Brief.of("bread");
        return new Brief(
                plain.text(),
                Optional.of(BRAND),
                plain.goal(),
                plain.regions(),
                plain.languages(),
                plain.categories(),
                plain.tiers(),
                plain.budget(),
                plain.exclusions(),
                plain.unsafe(),
                plain.mustHave(),
                plain.niceToHave(),
                plain.weights(),
                plain.order());
    }

    private static List<String> handles(Recommendations list) {
        return list.recommended().stream()
                .map(one -> one.candidate().portrait().handle().orElseThrow().name())
                .toList();
    }

    @Test
    void both_orders_pick_their_best_and_it_is_kept_who_picked_whom() {
        Recommendations list = interleaveOrders.recommend(brief(), ORDERS, 4);

        assertEquals(Set.of("b0", "b1", "b10", "b11"), Set.copyOf(handles(list)));
        Interleaving kept = list.interleaving().orElseThrow();
        for (int i = 0; i < 4; i++) {
            boolean popular = handles(list).get(i).startsWith("b1")
                    && !handles(list).get(i).equals("b1");
            assertEquals(popular ? Order.MOST_FOLLOWERS : Order.BM25, kept.by().get(i));
        }
        Experiment experiment = ports.experiments().find(KEY).orElseThrow();
        assertEquals(Experiment.State.RUNNING, experiment.state());
        assertEquals(
                kept.list(), ports.experiments().exposures(experiment).get(0).unit());
    }

    @Test
    void the_order_whose_creators_a_brand_goes_on_with_is_shown_to_be_better() {
        Set<Order> began = new HashSet<>();
        for (int round = 0; round < 60; round++) {
            Recommendations list = interleaveOrders.recommend(brief(), ORDERS, 4);
            began.add(list.interleaving().orElseThrow().by().get(0));
            recordFeedback.record(BRAND, Handle.tiktok("b11"), Stage.SHORTLISTED);
            if (round % 2 == 0) {
                recordFeedback.record(BRAND, Handle.tiktok("b10"), Stage.CONTACTED);
            }
            if (round % 3 == 0) {
                recordFeedback.record(BRAND, Handle.tiktok("b0"), Stage.HIRED);
            }
        }
        assertEquals(Set.copyOf(ORDERS), began);

        Results results = conduct.judge().judge(new JudgeExperiment.Request(KEY, Optional.empty(), Optional.empty()));

        MetricResult credit = results.analysis().results().get(0);
        // A whole credit each time, another each second time, less one each third time.
        assertEquals(1 + .5 - 1 / 3.0, credit.absolute().orElseThrow().estimate(), .1);
        assertTrue(credit.absolute().orElseThrow().interval().low() > 0, credit::toString);
        assertEquals(Decision.Verdict.SHIP, results.analysis().decision().verdict());
    }

    @Test
    void a_dismissal_takes_a_credit_back() {
        interleaveOrders.recommend(brief(), ORDERS, 4);
        recordFeedback.record(BRAND, Handle.tiktok("b11"), Stage.SHORTLISTED);
        assertEquals(.5, Math.abs(credits()));
        recordFeedback.record(BRAND, Handle.tiktok("b11"), Stage.DISMISSED);
        assertEquals(0, credits());
    }

    private double credits() {
        double[] sum = new double[1];
        ports.holdings().forEach(reading -> {
            if (reading instanceof ExperimentObservation piece && piece.kept() instanceof Kept.Happened happened) {
                sum[0] += happened.outcome().value();
            }
        });
        return sum[0];
    }

    @Test
    void what_cannot_be_compared_is_said() {
        Brief brandless = Brief.of("bread");
        assertThrows(Failure.class, () -> interleaveOrders.recommend(brandless, ORDERS, 4));
        assertThrows(Failure.class, () -> interleaveOrders.recommend(brief(), List.of(Order.BM25, Order.BM25), 4));
        assertThrows(Failure.class, () -> interleaveOrders.recommend(brief(), List.of(Order.BM25), 4));
        interleaveOrders.recommend(brief(), ORDERS, 4);
        conduct.stop().stop(KEY, "enough", "ada");
        Failure over = assertThrows(Failure.class, () -> interleaveOrders.recommend(brief(), ORDERS, 4));
        assertEquals(Failure.Kind.CONFLICT, over.kind());
    }
}
