package io.virality.web;

import io.virality.application.Failure;
import io.virality.application.segment.DescribeSegments;
import io.virality.application.segment.SegmentCreators;
import io.virality.application.segment.SegmentCreators.Wish;
import io.virality.domain.segment.Method;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** Creators that behave alike. */
final class SegmentRoutes implements Routes {

    private static final String PATH = "/api/v1/segments";
    private static final long USUAL_SEED = 1;
    private static final int MOST_SEGMENTS = 25;

    private final DescribeSegments describeSegments;
    private final SegmentCreators segmentCreators;

    @Inject
    SegmentRoutes(DescribeSegments describeSegments, SegmentCreators segmentCreators) {
        this.describeSegments = describeSegments;
        this.segmentCreators = segmentCreators;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.get(
                        PATH,
                        "The segments that were found last, with the creators as they are now",
                        List.of(),
                        SegmentsView.class,
                        query -> SegmentsView.of(describeSegments.describe())),
                Operation.post(
                        PATH,
                        "Looks for segments of creators that behave alike, and keeps them if they hold",
                        List.of(
                                Parameter.oneOf(
                                                Arrays.stream(Method.Kind.values())
                                                        .map(SegmentRoutes::id)
                                                        .toList(),
                                                "method",
                                                "how creators are grouped")
                                        .usually(id(Method.Kind.KMEANS)),
                                Parameter.between(
                                        2, MOST_SEGMENTS, "clusters", "how many, of k-means; chosen by default"),
                                Parameter.count("seed", "of all that is left to chance")
                                        .usually(USUAL_SEED)),
                        Map.of(),
                        SegmentsView.class,
                        (query, body) -> SegmentsView.of(segmentCreators.segment(wish(query), progress -> {}))));
    }

    private static String id(Method.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Wish wish(Query query) {
        Method.Kind kind = query.text("method")
                .map(id -> Arrays.stream(Method.Kind.values())
                        .filter(known -> id(known).equals(id))
                        .findFirst()
                        .orElseThrow(() -> Failure.invalid("unknown method '" + id + "'")))
                .orElse(Method.Kind.KMEANS);
        var clusters = query.count("clusters");
        return new Wish(
                kind,
                clusters.isPresent()
                        ? OptionalInt.of((int) Math.min(clusters.getAsLong(), Integer.MAX_VALUE))
                        : OptionalInt.empty(),
                query.count("seed").orElse(USUAL_SEED));
    }
}
