package io.virality.application.virality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.application.Failure;
import io.virality.application.TrainingListener;
import io.virality.application.port.InMemoryVideoClassifier;
import io.virality.application.port.Observations;
import io.virality.application.port.StoredPorts;
import io.virality.application.port.VideoClassifier;
import io.virality.application.virality.LearnVirality.Result;
import io.virality.application.virality.PredictVirality.Wish;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Platform;
import io.virality.domain.model.ModelCard;
import io.virality.domain.model.ModelKind;
import io.virality.domain.model.Standing;
import io.virality.domain.model.TrainingProgress;
import io.virality.domain.virality.ViralityModel;
import io.virality.domain.virality.ViralityOutlook;
import io.virality.domain.virality.ViralityStudy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class LearnViralityTest {

    private static final Wish NEXT = new Wish(Optional.empty(), OptionalInt.of(15), OptionalInt.of(3));

    private final StoredPorts ports = StoredPorts.inMemory();
    private final VideoClassifier classifier = new InMemoryVideoClassifier();
    private final Clock clock = Clock.fixed(Observations.NOON.plusSeconds(3_600), ZoneOffset.UTC);
    private final LearnVirality learn =
            new LearnVirality(ports.insightQueries(), classifier, ports.models(), ports.transactions(), clock);
    private final PredictVirality predict =
            new PredictVirality(ports.creators(), ports.insightQueries(), classifier, ports.models(), clock);

    @Test
    void what_was_learnt_is_kept_with_what_it_is_worth() {
        ports.videos().record(Observations.streaks(40, 30, 1));
        ports.creators().refresh();
        List<TrainingProgress> progress = new ArrayList<>();

        Result result = learn.learn(7, progress::add);

        ModelCard card = assertInstanceOf(Result.Learnt.class, result).card();
        assertEquals(Optional.of(card), ports.models().newest(ModelKind.VIRALITY));
        assertEquals(40L, card.rows().counts().get("creators"));
        assertEquals(ViralityStudy.BRIER, card.metrics().get(0).name());
        assertEquals(clock.instant(), card.trainedAt());
        assertTrue(ViralityModel.threshold(card) > 1);
        assertEquals("judging it on videos it has not seen", progress.get(0).step());
        assertEquals(
                card,
                assertInstanceOf(Result.Learnt.class, learn.learn(7, each -> {}))
                        .card());
        assertEquals(1, ports.models().all().size());
    }

    @Test
    void too_few_videos_teach_nothing_and_nothing_is_kept() {
        ports.videos().record(Observations.streaks(4, 30, 1));
        ports.creators().refresh();

        Result.TooLittle answer = assertInstanceOf(Result.TooLittle.class, learn.learn(7, progress -> {}));

        assertTrue(answer.missing().contains("there are 89 of 4"), answer.missing());
        assertEquals(List.of(), ports.models().all());
    }

    @Test
    void broken_off_it_keeps_nothing() {
        ports.videos().record(Observations.streaks(40, 30, 1));
        ports.creators().refresh();
        TrainingListener impatient = new TrainingListener() {
            private int told;

            @Override
            public void progressed(TrainingProgress progress) {
                told++;
            }

            @Override
            public boolean cancelled() {
                return told == 3;
            }
        };

        assertThrows(CancellationException.class, () -> learn.learn(7, impatient));
        assertEquals(List.of(), ports.models().all());
    }

    @Test
    void a_model_that_is_not_better_than_its_baseline_leaves_the_answer_to_the_usual_share() {
        ports.videos().record(Observations.streaks(40, 30, 1));
        ports.creators().refresh();
        ModelCard card = ((Result.Learnt) learn.learn(7, progress -> {})).card();
        // The one in memory knows no more than its baseline.
        assertTrue(card.standing() != Standing.BETTER);

        ViralityOutlook outlook = predict.predict(new Handle(Platform.TIKTOK, "creator_1"), NEXT);

        assertEquals(Optional.of(ViralityModel.rate(card)), outlook.probability());
        assertEquals(List.of(), outlook.changes());
        assertTrue(outlook.notes().get(1).contains("the share of all videos answers"));
        assertEquals(30, outlook.settled());
        assertEquals(clock.instant(), outlook.plan().at());
    }

    @Test
    void of_a_creator_with_few_videos_nothing_is_told() {
        ports.videos().record(Observations.streaks(40, 30, 1));
        ports.videos().record(Observations.streaks(41, 4, 1).subList(40 * 4, 41 * 4));
        ports.creators().refresh();
        learn.learn(7, progress -> {});

        ViralityOutlook outlook = predict.predict(new Handle(Platform.TIKTOK, "creator_40"), NEXT);

        assertEquals(Optional.empty(), outlook.probability());
        assertTrue(
                outlook.notes().get(1).contains("there are 4"), outlook.notes().toString());
    }

    @Test
    void who_is_not_known_what_was_not_learnt_and_what_cannot_be_are_refused() {
        Handle nobody = new Handle(Platform.TIKTOK, "nobody");
        assertEquals(
                Failure.Kind.NOT_FOUND,
                assertThrows(Failure.class, () -> predict.predict(nobody, NEXT)).kind());
        ports.videos().record(Observations.streaks(1, 10, 1));
        ports.creators().refresh();
        Handle known = new Handle(Platform.TIKTOK, "creator_0");
        Failure nothing = assertThrows(Failure.class, () -> predict.predict(known, NEXT));
        assertEquals(Failure.Kind.NOT_FOUND, nothing.kind());
        assertTrue(nothing.getMessage().contains("predict --learn"));
        Wish endless = new Wish(Optional.of(Instant.EPOCH), OptionalInt.of(99_999), OptionalInt.empty());
        assertEquals(
                Failure.Kind.INVALID_INPUT,
                assertThrows(Failure.class, () -> predict.predict(known, endless))
                        .kind());
    }
}
