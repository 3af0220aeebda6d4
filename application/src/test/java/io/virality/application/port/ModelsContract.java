package io.virality.application.port;

import static io.virality.application.port.Observations.NOON;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.virality.application.Failure;
import io.virality.domain.creator.Origin;
import io.virality.domain.model.Feature;
import io.virality.domain.model.Metric;
import io.virality.domain.model.Metric.Figure;
import io.virality.domain.model.ModelCard;
import io.virality.domain.model.ModelKind;
import io.virality.domain.model.TrainingRows;
import io.virality.domain.stats.Interval;
import io.virality.domain.stats.RobustScale;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link Models} promises. */
public abstract class ModelsContract extends StoredPortContract {

    /** A card with all that can be said. */
    public static ModelCard card(ModelKind kind, String hash, Instant trainedAt) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("videos", 7_000_000_000L);
        counts.put("creators", 12L);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("trees", "200");
        settings.put("library", "it's \"4.3.2\"");
        Interval interval = new Interval(.1, .3, .95);
        return new ModelCard(
                kind,
                "what – it – is",
                trainedAt,
                new TrainingRows(hash, counts, Optional.of(NOON), Origin.MIXED),
                List.of(
                        new Feature("z", "ln of views", Optional.of(new RobustScale(-1.5, 1e-9))),
                        Feature.of("a", "yes or no")),
                settings,
                Long.MIN_VALUE,
                Optional.of("always the majority"),
                List.of(
                        new Metric(
                                "brier",
                                "mean squared error",
                                false,
                                Figure.of(.2, interval),
                                Optional.of(Figure.of(.25)),
                                Optional.of(Figure.of(.05, new Interval(.01, .09, .9)))),
                        Metric.alone("auc", "?", true, Figure.of(.7))),
                "provenance\nin lines");
    }

    @Test
    void a_model_comes_back_as_it_was_stored() {
        ModelCard card = card(ModelKind.VIRALITY, "aa", NOON);
        ModelCard bare = new ModelCard(
                ModelKind.GROWTH,
                "",
                NOON.minusSeconds(1),
                new TrainingRows("", Map.of(), Optional.empty(), Origin.REAL),
                List.of(),
                Map.of(),
                0,
                Optional.empty(),
                List.of(),
                "");
        ports.models().store(card, new byte[] {0, -1, 127});
        ports.models().store(bare, new byte[0]);

        assertEquals(List.of(card, bare), ports.models().all());
        assertEquals(Optional.of(card), ports.models().find(card.id()));
        assertArrayEquals(
                new byte[] {0, -1, 127}, ports.models().payload(card.id()).orElseThrow());
        assertArrayEquals(new byte[0], ports.models().payload(bare.id()).orElseThrow());
        assertEquals(
                List.copyOf(card.settings().keySet()),
                List.copyOf(
                        ports.models().find(card.id()).orElseThrow().settings().keySet()),
                "in their order");
    }

    @Test
    void a_model_that_learnt_the_same_takes_the_others_place() {
        ModelCard first = card(ModelKind.SEGMENTS, "aa", NOON);
        ModelCard again = card(ModelKind.SEGMENTS, "aa", NOON.plusSeconds(1));
        ports.models().store(first, new byte[] {1});
        ports.models().store(again, new byte[] {2});
        assertEquals(List.of(again), ports.models().all());
        assertArrayEquals(new byte[] {2}, ports.models().payload(first.id()).orElseThrow());
    }

    @Test
    void the_newest_of_a_kind_is_the_one_trained_last() {
        ModelCard newer = card(ModelKind.SEGMENTS, "bb", NOON.plusSeconds(1));
        ports.models().store(newer, new byte[0]);
        ports.models().store(card(ModelKind.SEGMENTS, "aa", NOON), new byte[0]);
        ports.models().store(card(ModelKind.GROWTH, "cc", NOON.plusSeconds(2)), new byte[0]);
        assertEquals(Optional.of(newer), ports.models().newest(ModelKind.SEGMENTS));
        assertEquals(Optional.empty(), ports.models().newest(ModelKind.CATEGORIES));
    }

    @Test
    void an_unknown_model_is_absent() {
        assertEquals(Optional.empty(), ports.models().find("segments-000000000000"));
        assertEquals(Optional.empty(), ports.models().payload("segments-000000000000"));
        assertEquals(List.of(), ports.models().all());
    }

    @Test
    void the_oldest_of_a_kind_make_room() {
        ModelCard other = card(ModelKind.GROWTH, "old", NOON.minus(Duration.ofDays(1)));
        ports.models().store(other, new byte[0]);
        for (int i = 0; i <= ModelCard.KEPT_OF_A_KIND; i++) {
            ports.models().store(card(ModelKind.SEGMENTS, "rows " + i, NOON.plusSeconds(i)), new byte[0]);
        }
        List<ModelCard> kept = ports.models().all();
        assertEquals(ModelCard.KEPT_OF_A_KIND + 1, kept.size());
        assertEquals(other, kept.get(ModelCard.KEPT_OF_A_KIND));
        assertEquals("rows 1", kept.get(ModelCard.KEPT_OF_A_KIND - 1).rows().hash());
    }

    @Test
    void a_payload_beyond_measure_is_refused_and_what_was_there_stays() {
        ModelCard card = card(ModelKind.SEGMENTS, "aa", NOON);
        ports.models().store(card, new byte[] {1});
        Failure refused =
                assertThrows(Failure.class, () -> ports.models().store(card, new byte[ModelCard.LARGEST_PAYLOAD + 1]));
        assertEquals(Failure.Kind.TOO_LARGE, refused.kind());
        assertArrayEquals(new byte[] {1}, ports.models().payload(card.id()).orElseThrow());
    }

    @Test
    void what_a_failed_transaction_replaced_is_as_before() {
        ModelCard card = card(ModelKind.SEGMENTS, "aa", NOON);
        ports.models().store(card, new byte[] {1});
        assertThrows(IllegalStateException.class, () -> ports.transactions().run(() -> {
            ports.models().store(card(ModelKind.SEGMENTS, "aa", NOON.plusSeconds(5)), new byte[] {2});
            throw new IllegalStateException("broken off");
        }));
        assertEquals(List.of(card), ports.models().all());
        assertArrayEquals(new byte[] {1}, ports.models().payload(card.id()).orElseThrow());
    }
}
