package io.virality.application.port;

import static io.virality.application.port.Observations.NEXT_DAY;
import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.counts;
import static io.virality.application.port.Observations.simulated;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.virality.domain.creator.Counts;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Platform;
import io.virality.domain.creator.Profile;
import io.virality.domain.creator.Snapshot;
import io.virality.domain.engagement.ProviderRates;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Kept;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.ingest.ExperimentObservation;
import io.virality.domain.ingest.FactObservation;
import io.virality.domain.ingest.FeedbackObservation;
import io.virality.domain.ingest.GrowthObservation;
import io.virality.domain.ingest.Reading;
import io.virality.domain.ingest.VideoObservation;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.recommendation.Feedback.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link Holdings} promises. */
public abstract class HoldingsContract extends StoredPortContract {

    @Test
    void an_empty_store_holds_nothing() {
        assertEquals(List.of(), held(ports));
        assertEquals(Origin.REAL, ports.holdings().origin());
    }

    @Test
    void what_is_held_makes_an_empty_store_hold_the_same() {
        for (long seed = 1; seed <= 20; seed++) {
            StoredPorts first = open();
            record(first, Observations.anything(seed));
            tellOfExperiments(first, seed);
            StoredPorts second = open();
            record(second, held(first));
            assertFalse(held(first).isEmpty());
            assertEquals(held(first), held(second), "seed " + seed);
            assertEquals(first.holdings().origin(), second.holdings().origin(), "seed " + seed);
        }
    }

    @Test
    void what_brands_said_of_creators_is_held_by_brand_and_in_the_order_in_which_creators_became_known() {
        Identity ada = Identity.of("7", Handle.tiktok("ada"));
        Identity byId = new Identity(Platform.TIKTOK, Optional.of("7"), Optional.empty());
        List<FeedbackObservation> said = List.of(
                new FeedbackObservation(ada, new Brand("Other"), Stage.DISMISSED, NOON),
                new FeedbackObservation(ada, new Brand("Green Face"), Stage.SHORTLISTED, NOON),
                new FeedbackObservation(ada, new Brand("green face"), Stage.HIRED, NEXT_DAY),
                new FeedbackObservation(
                        Identity.of(Handle.tiktok("bob")), new Brand("Green Face"), Stage.CONTACTED, NOON));
        record(ports, List.copyOf(said));
        StoredPorts second = open();
        record(second, held(ports));
        assertEquals(
                List.of(
                        new FeedbackObservation(byId, new Brand("Green Face"), Stage.HIRED, NEXT_DAY),
                        said.get(3),
                        new FeedbackObservation(byId, new Brand("Other"), Stage.DISMISSED, NOON)),
                held(ports).stream()
                        .filter(FeedbackObservation.class::isInstance)
                        .toList());
        assertEquals(held(ports), held(second));
    }

    @Test
    void the_origin_is_that_of_experiments_too() {
        record(ports, List.of(counts("alice", 5, simulated(NOON))));
        ports.experiments().save(Experiment.drafted(ExperimentsContract.design("x"), Origin.REAL, "ada", NOON));
        assertEquals(Origin.MIXED, ports.holdings().origin());
    }

    private static void tellOfExperiments(StoredPorts ports, long seed) {
        ports.transactions().run(() -> KeptExperiments.tell(ports.experiments(), seed));
    }

    @Test
    void a_creator_known_by_handle_alone_is_not_taken_for_the_one_who_took_the_handle_over() {
        CreatorObservation nameless = named(Identity.of(Handle.tiktok("wanted")), 1, NOON);
        CreatorObservation before = named(Identity.of("7", Handle.tiktok("other")), 2, NOON);
        CreatorObservation after = named(Identity.of("7", Handle.tiktok("wanted")), 3, NEXT_DAY);
        record(ports, List.of(nameless, before, after));
        StoredPorts second = open();
        record(second, held(ports));
        assertEquals(held(ports), held(second));
        assertEquals(
                2,
                held(second).stream()
                                .filter(HoldingsContract::isIdentity)
                                .distinct()
                                .count()
                        - 1);
    }

    @Test
    void the_origin_is_that_of_all_observations() {
        record(ports, List.of(counts("alice", 5, simulated(NOON))));
        assertEquals(Origin.SIMULATED, ports.holdings().origin());
        record(ports, List.of(counts("alice", 6, by("survey", NEXT_DAY))));
        assertEquals(Origin.MIXED, ports.holdings().origin());
    }

    private static boolean isIdentity(Reading reading) {
        return reading instanceof CreatorObservation observation
                && observation.profile().equals(Profile.UNKNOWN)
                && observation.snapshot().counts().equals(Counts.UNKNOWN);
    }

    private static CreatorObservation named(Identity identity, long followers, Instant at) {
        return new CreatorObservation(
                identity,
                Profile.UNKNOWN,
                new Snapshot(Counts.of(followers, 1, 1, 1), ProviderRates.NONE, by("survey", at)));
    }

    private static void record(StoredPorts ports, List<Reading> readings) {
        ports.transactions()
                .run(() -> readings.forEach(reading -> {
                    if (reading instanceof CreatorObservation creator) {
                        ports.creators().record(List.of(creator));
                    } else if (reading instanceof VideoObservation video) {
                        ports.videos().record(List.of(video));
                    } else if (reading instanceof GrowthObservation growth) {
                        ports.snapshots().recordGrowth(List.of(growth));
                    } else if (reading instanceof FactObservation fact) {
                        ports.facts().record(List.of(fact));
                    } else if (reading instanceof FeedbackObservation feedback) {
                        ports.feedbackLog().restore(List.of(feedback));
                    } else if (reading instanceof ExperimentObservation piece) {
                        keep(ports.experiments(), piece.kept());
                    }
                }));
    }

    private static void keep(Experiments experiments, Kept kept) {
        if (kept instanceof Kept.Course course) {
            experiments.save(course.experiment());
            course.receivedAt().ifPresent(at -> experiments.receive(course.experiment(), at));
            course.caps()
                    .forEach(cap -> experiments.fixCap(
                            course.experiment(),
                            course.experiment().design().metric(cap.metric()).orElseThrow(),
                            cap.cap(),
                            cap.fixedAt()));
        } else if (kept instanceof Kept.Told told) {
            Experiment experiment = experiments.find(kept.key()).orElseThrow();
            long delivery = experiments.receive(experiment, told.receivedAt());
            if (kept instanceof Kept.Met met) {
                experiments.recordExposures(experiment, delivery, List.of(met.exposure()));
            } else if (kept instanceof Kept.Happened happened) {
                experiments.recordOutcomes(experiment, delivery, List.of(happened.outcome()));
            } else if (kept instanceof Kept.Counted counted) {
                experiments.recordSummaries(experiment, delivery, List.of(counted.summary()));
            }
        }
    }

    private static List<Reading> held(StoredPorts ports) {
        List<Reading> held = new ArrayList<>();
        ports.holdings().forEach(held::add);
        return held;
    }
}
