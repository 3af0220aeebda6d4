package io.virality.application.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.application.Failure;
import io.virality.application.TrainingListener;
import io.virality.application.port.CreatorSegmenter;
import io.virality.application.port.InMemoryCreatorSegmenter;
import io.virality.application.port.Observations;
import io.virality.application.port.StoredPorts;
import io.virality.application.segment.SegmentCreators.Wish;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.model.ModelCard;
import io.virality.domain.model.ModelKind;
import io.virality.domain.model.Standing;
import io.virality.domain.model.TrainingProgress;
import io.virality.domain.segment.Method;
import io.virality.domain.segment.Segment;
import io.virality.domain.segment.Segmentation;
import io.virality.domain.segment.Segments;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class SegmentCreatorsTest {

    private static final Wish WISH = new Wish(Method.Kind.KMEANS, OptionalInt.empty(), 7);

    private final StoredPorts ports = StoredPorts.inMemory();
    private final CreatorSegmenter segmenter = new InMemoryCreatorSegmenter();
    private final SegmentCreators segment = new SegmentCreators(
            ports.insightQueries(),
            segmenter,
            ports.models(),
            ports.transactions(),
            Clock.fixed(Observations.NOON, ZoneOffset.UTC));
    private final DescribeSegments describe = new DescribeSegments(ports.insightQueries(), segmenter, ports.models());

    /** Small creators that engage, and large ones that do not; far apart or one cloud. */
    private void creators(int count, double apart) {
        Random random = new Random(5);
        List<CreatorObservation> observations = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double side = i % 3 == 0 ? apart : -apart;
            observations.add(Observations.profile(
                    "creator" + i,
                    "GB",
                    (long) Math.exp(10 + side + .4 * random.nextGaussian()),
                    Math.exp(-3 - side + .4 * random.nextGaussian()),
                    Observations.by("survey", Observations.NOON)));
        }
        ports.creators().record(observations);
        ports.creators().refresh();
    }

    @Test
    void segments_that_hold_are_kept_with_what_speaks_for_them() {
        creators(90, 2);
        Segments segments = (Segments) segment.segment(WISH, progress -> {});
        assertEquals(
                List.of(60L, 30L),
                segments.segments().stream().map(Segment::size).toList());
        assertTrue(segments.segments().stream().allMatch(Segment::holds));
        assertEquals(90, segments.points().size());
        assertEquals(0, segments.unlike());
        assertFalse(segments.changed());
        Segment large = segments.segments().get(1);
        assertTrue(large.name().contains("large"), large.name());
        assertEquals(5, large.typical().size());
        ModelCard card = ports.models().newest(ModelKind.SEGMENTS).orElseThrow();
        assertEquals(segments.card(), card);
        assertEquals(Standing.BETTER, card.standing());
        assertEquals(90L, card.rows().counts().get("creators"));
    }

    @Test
    void what_is_stored_says_the_same_until_there_are_other_creators() {
        creators(90, 2);
        Segments found = (Segments) segment.segment(WISH, progress -> {});
        assertEquals(found.segments(), ((Segments) describe.describe()).segments());
        creators(120, 2);
        Segments later = (Segments) describe.describe();
        assertTrue(later.changed());
        assertEquals(120, later.segments().stream().mapToLong(Segment::size).sum());
    }

    @Test
    void searching_again_with_the_same_seed_finds_the_same() {
        creators(90, 2);
        Segments one = (Segments) segment.segment(WISH, progress -> {});
        Segments other = (Segments) segment.segment(WISH, progress -> {});
        assertEquals(one.card(), other.card());
        assertEquals(one.segments(), other.segments());
        assertEquals(1, ports.models().all().size());
    }

    @Test
    void without_groups_nothing_is_named_nor_kept() {
        creators(90, 0);
        Segmentation.Nothing nothing = (Segmentation.Nothing) segment.segment(WISH, progress -> {});
        assertTrue(nothing.reason().contains("without groups"), nothing.reason());
        assertEquals(Optional.empty(), ports.models().newest(ModelKind.SEGMENTS));
        assertThrows(Failure.class, describe::describe);
    }

    @Test
    void too_few_creators_are_an_answer() {
        creators(49, 2);
        Segmentation.TooLittle little = (Segmentation.TooLittle) segment.segment(WISH, progress -> {});
        assertTrue(little.reason().contains("at least 50 creators"), little.reason());
        assertTrue(little.reason().contains("there are 49"), little.reason());
        StoredPorts empty = StoredPorts.inMemory();
        assertTrue(
                new SegmentCreators(
                                        empty.insightQueries(),
                                        segmenter,
                                        empty.models(),
                                        empty.transactions(),
                                        Clock.systemUTC())
                                .segment(WISH, progress -> {})
                        instanceof Segmentation.TooLittle);
    }

    @Test
    void a_search_that_is_broken_off_leaves_all_as_it_was() {
        creators(90, 2);
        List<TrainingProgress> told = new ArrayList<>();
        TrainingListener impatient = new TrainingListener() {
            @Override
            public void progressed(TrainingProgress progress) {
                told.add(progress);
            }

            @Override
            public boolean cancelled() {
                return told.size() >= 30;
            }
        };
        assertThrows(CancellationException.class, () -> segment.segment(WISH, impatient));
        assertEquals(30, told.size());
        assertEquals(List.of(), ports.models().all());
    }

    @Test
    void impossible_wishes_are_refused() {
        assertThrows(Failure.class, () -> new Wish(Method.Kind.HDBSCAN, OptionalInt.of(3), 1));
        assertThrows(Failure.class, () -> new Wish(Method.Kind.KMEANS, OptionalInt.of(1), 1));
        creators(90, 2);
        Segmentation three = segment.segment(new Wish(Method.Kind.KMEANS, OptionalInt.of(3), 1), progress -> {});
        assertTrue(!(three instanceof Segments segments) || segments.segments().size() == 3);
    }
}
