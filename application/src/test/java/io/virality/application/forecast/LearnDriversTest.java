package io.virality.application.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.application.Failure;
import io.virality.application.TrainingListener;
import io.virality.application.forecast.LearnDrivers.Result;
import io.virality.application.port.InMemoryGrowthForecaster;
import io.virality.application.port.Observations;
import io.virality.application.port.StoredPorts;
import io.virality.domain.forecast.GrowthDriver;
import io.virality.domain.forecast.GrowthDrivers;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.model.ModelKind;
import io.virality.domain.model.TrainingProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class LearnDriversTest {

    private static final Duration FIVE_DAYS = Duration.ofDays(5);

    private final StoredPorts ports = StoredPorts.inMemory();
    private final Clock clock = Clock.fixed(Observations.NOON.plus(Duration.ofDays(400)), ZoneOffset.UTC);
    private final LearnDrivers learn = new LearnDrivers(
            ports.histories(), new InMemoryGrowthForecaster(), ports.models(), ports.transactions(), clock);

    /** Creators that each grow at their own pace for some months. */
    private void grow(int creators, int observations) {
        SplittableRandom random = new SplittableRandom(1);
        List<CreatorObservation> told = new ArrayList<>();
        for (int creator = 0; creator < creators; creator++) {
            double pace = .01 + .02 * random.nextDouble();
            double size = 9 + random.nextDouble();
            Instant at = Observations.NOON;
            for (int i = 0; i < observations; i++, at = at.plus(FIVE_DAYS)) {
                size += pace + .002 * random.nextGaussian();
                told.add(Observations.counts(
                        "creator_" + creator, Math.round(Math.exp(size)), Observations.by("panel", at)));
            }
        }
        ports.creators().record(told);
        ports.creators().refresh();
    }

    @Test
    void what_was_learnt_is_kept_with_what_it_is_worth() {
        grow(60, 36);
        List<TrainingProgress> progress = new ArrayList<>();

        GrowthDrivers drivers = assertInstanceOf(Result.Learnt.class, learn.learn(7, progress::add))
                .drivers();

        assertEquals(Optional.of(drivers.card()), ports.models().newest(ModelKind.GROWTH));
        assertEquals(
                drivers.card(), new DescribeDrivers(ports.models()).describe().card());
        assertEquals(60L, drivers.card().rows().counts().get("creators"));
        assertEquals(clock.instant(), drivers.card().trainedAt());
        assertEquals(GrowthDriver.RECENT_GROWTH, drivers.lines().get(0).driver());
        assertTrue(drivers.lines().get(0).importance().interval().orElseThrow().low() > 0);
        assertTrue(drivers.lines().get(0).words().contains("more followers after thirty days"));
        assertEquals(
                List.of(0L, 1L, 2L, 3L, 4L),
                progress.stream()
                        .filter(each -> each.step().startsWith("judging"))
                        .map(TrainingProgress::done)
                        .toList());
    }

    @Test
    void too_few_creators_teach_nothing_and_nothing_is_kept() {
        grow(49, 36);

        Result.TooLittle answer = assertInstanceOf(Result.TooLittle.class, learn.learn(7, progress -> {}));

        assertTrue(answer.missing().endsWith("there are 49"), answer.missing());
        assertEquals(List.of(), ports.models().all());
        assertEquals(
                Failure.Kind.NOT_FOUND,
                assertThrows(Failure.class, () -> new DescribeDrivers(ports.models()).describe())
                        .kind());
    }

    @Test
    void broken_off_it_keeps_nothing() {
        grow(60, 36);
        TrainingListener impatient = new TrainingListener() {
            private int told;

            @Override
            public void progressed(TrainingProgress progress) {
                told++;
            }

            @Override
            public boolean cancelled() {
                return told == 7;
            }
        };

        assertThrows(CancellationException.class, () -> learn.learn(7, impatient));
        assertEquals(List.of(), ports.models().all());
    }
}
