package io.virality.domain.segment;

import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.model.Metric;
import io.virality.domain.model.Metric.Figure;
import io.virality.domain.model.ModelCard;
import io.virality.domain.model.ModelKind;
import io.virality.domain.stats.Interval;
import io.virality.domain.stats.PrincipalComponents;
import io.virality.domain.stats.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Creators in segments, by a model that was stored.
 *
 * @param card of the model
 * @param behaviours of the creators
 * @param changed whether creators or their figures are others than those it has learnt from
 * @param segments the largest first
 * @param unlike how many creators are like none of them
 * @param points creators on a plane, at most {@value #MOST_POINTS}
 * @param axes what the plane's two axes are
 */
public record Segments(
        ModelCard card,
        Behaviours behaviours,
        boolean changed,
        List<Segment> segments,
        long unlike,
        List<Point> points,
        List<Axis> axes)
        implements Segmentation {

    /** More points than these are not drawn. */
    public static final int MOST_POINTS = 2_000;

    /** The metric that decides. */
    public static final String SILHOUETTE = "silhouette";

    /** Before a number of groups: the metric of how well the groups of one half tell those of the other. */
    public static final String STRENGTH = "prediction-strength-of-";

    private static final String DEFINITION = "engagement rate";
    private static final String STABILITY = "stability-";
    private static final int TYPICAL = 5;
    private static final int WORDS = 2;

    /** Nearer to the median than this nobody is said to stand out. */
    private static final double STANDS_OUT = .5;

    /** Copies are kept. */
    public Segments {
        segments = List.copyOf(segments);
        points = List.copyOf(points);
        axes = List.copyOf(axes);
    }

    /**
     * A creator on the plane.
     *
     * @param handle its name
     * @param segment the number of its segment, 0 for none
     * @param x along the first axis
     * @param y along the second
     */
    public record Point(String handle, int segment, double x, double y) {}

    /**
     * An axis of the plane: a principal component.
     *
     * @param words what lies in its direction
     * @param told what part of all differences it tells
     */
    public record Axis(String words, double told) {}

    /**
     * The card of the segments that a search found.
     *
     * @param asked how many groups were asked for; empty if the number was chosen
     * @param library that grouped the creators
     */
    public static ModelCard card(
            Behaviours behaviours,
            SegmentSearch.Found found,
            RateDefinition definition,
            OptionalInt asked,
            long seed,
            Instant trainedAt,
            String library) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("method", found.method().toString());
        settings.put("number of groups", asked.isPresent() ? "asked for" : "chosen");
        settings.put(DEFINITION, definition.id());
        settings.put("creators grouped", Integer.toString(found.grouped()));
        settings.put("library", library);
        return new ModelCard(
                ModelKind.SEGMENTS,
                "Segments of creators by behaviour: " + found.method(),
                trainedAt,
                behaviours.rows(),
                behaviours.features(),
                settings,
                seed,
                Optional.of(
                        "creators without groups, whose figures spread and go along with each other as those of these do"),
                metrics(found),
                found.grouping().provenance());
    }

    /** The engagement rate that a model of segments goes by. */
    public static RateDefinition definition(ModelCard card) {
        return RateDefinition.of(card.settings().get(DEFINITION));
    }

    /** What the card tells of the search. */
    private static List<Metric> metrics(SegmentSearch.Found found) {
        Sample references = found.references();
        double middle = references.median();
        double confidence = (SegmentSearch.REFERENCES - 1.0) / (SegmentSearch.REFERENCES + 1);
        List<Metric> metrics = new ArrayList<>();
        metrics.add(new Metric(
                SILHOUETTE,
                "mean silhouette on at most " + SegmentSearch.SAMPLE + " creators; the baseline is the median of "
                        + SegmentSearch.REFERENCES + " samples without groups; the gain's interval is over all of them",
                true,
                Figure.of(found.silhouette()),
                Optional.of(
                        Figure.of(middle, new Interval(references.quantile(0), references.quantile(1), confidence))),
                Optional.of(Figure.of(
                        found.silhouette() - middle,
                        new Interval(
                                found.silhouette() - found.highest(),
                                found.silhouette() - references.quantile(0),
                                confidence)))));
        for (int group = 0; group < found.stability().size(); group++) {
            SegmentSearch.Stability stability = found.stability().get(group);
            metrics.add(Metric.alone(
                    STABILITY + (group + 1),
                    "mean Jaccard likeness of group " + (group + 1) + " to itself over " + SegmentSearch.RESAMPLES
                            + " resamples, and where 95 % of them lie; it holds from " + SegmentSearch.LEAST_STABILITY,
                    true,
                    Figure.of(stability.mean(), new Interval(stability.low(), stability.high(), .95))));
        }
        found.strengths()
                .forEach((groups, strength) -> metrics.add(Metric.alone(
                        STRENGTH + groups,
                        "prediction strength of " + groups + " groups: the largest number that has at least "
                                + SegmentSearch.LEAST_STRENGTH + " is chosen, else that of the highest silhouette",
                        true,
                        Figure.of(strength))));
        found.silhouettes()
                .forEach((groups, silhouette) -> metrics.add(Metric.alone(
                        SILHOUETTE + "-of-" + groups,
                        "the same with " + groups + " groups",
                        true,
                        Figure.of(silhouette))));
        return metrics;
    }

    /**
     * Creators in the segments of a model.
     *
     * @param partition of the creators, in their order
     */
    public static Segments of(ModelCard card, Behaviours behaviours, Partition partition) {
        double[][] scores = behaviours.scores();
        int[] sizes = partition.sizes();
        double[][] centres = partition.centres(scores);
        List<Integer> order = IntStream.range(0, partition.groups())
                .filter(group -> sizes[group] > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer group) -> -sizes[group]))
                .toList();
        List<Segment> segments = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int group : order) {
            int[] members = IntStream.range(0, scores.length)
                    .filter(i -> partition.groupOf()[i] == group)
                    .toArray();
            List<Segment.Trait> profile = profile(behaviours, members);
            Figure stability =
                    card.metric(STABILITY + (group + 1)).map(Metric::model).orElse(Figure.of(0));
            segments.add(new Segment(
                    segments.size() + 1,
                    name(profile, names),
                    members.length,
                    (double) members.length / scores.length,
                    stability,
                    stability.value() >= SegmentSearch.LEAST_STABILITY,
                    profile,
                    typical(behaviours, members, centres[group])));
        }
        long unlike = scores.length - segments.stream().mapToLong(Segment::size).sum();
        boolean changed = !card.rows().hash().equals(behaviours.rows().hash());
        PrincipalComponents components = PrincipalComponents.of(scores);
        return new Segments(
                card,
                behaviours,
                changed,
                segments,
                unlike,
                points(behaviours, partition, order, components, card.seed()),
                List.of(axis(behaviours, components, 0), axis(behaviours, components, 1)));
    }

    private static List<Segment.Trait> profile(Behaviours behaviours, int[] members) {
        List<Segment.Trait> profile = new ArrayList<>();
        for (int j = 0; j < behaviours.compared().size(); j++) {
            int behaviour = j;
            Sample values = Sample.of(IntStream.of(members)
                    .mapToDouble(i -> behaviours.value(i, behaviour))
                    .toArray());
            Sample scores = Sample.of(IntStream.of(members)
                    .mapToDouble(i -> behaviours.scores()[i][behaviour])
                    .toArray());
            profile.add(new Segment.Trait(
                    behaviours.compared().get(j),
                    values.median(),
                    values.quantile(.25),
                    values.quantile(.75),
                    scores.median()));
        }
        return profile;
    }

    /** The two behaviours in which it stands out most, and more of them where another segment is called the same. */
    private static String name(List<Segment.Trait> profile, Set<String> taken) {
        List<String> words = profile.stream()
                .filter(trait -> Math.abs(trait.score()) >= STANDS_OUT)
                .sorted(Comparator.comparingDouble((Segment.Trait trait) -> -Math.abs(trait.score())))
                .map(trait -> trait.behaviour().words(trait.score() > 0))
                .toList();
        String name = words.isEmpty() ? "in the middle" : "";
        for (int count = Math.min(WORDS, words.size()); count > 0 && count <= words.size(); count++) {
            name = String.join(", ", words.subList(0, count));
            if (!taken.contains(name)) {
                break;
            }
        }
        String unique = name;
        for (int number = 2; !taken.add(unique); number++) {
            unique = name + " (" + number + ")";
        }
        return unique;
    }

    private static List<String> typical(Behaviours behaviours, int[] members, double[] centre) {
        return IntStream.of(members)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer i) -> Partition.distance(behaviours.scores()[i], centre)))
                .limit(TYPICAL)
                .map(behaviours::handle)
                .toList();
    }

    private static List<Point> points(
            Behaviours behaviours,
            Partition partition,
            List<Integer> order,
            PrincipalComponents components,
            long seed) {
        double[][] scores = behaviours.scores();
        List<Point> points = new ArrayList<>();
        for (int i : SegmentSearch.drawn(scores.length, MOST_POINTS, new SplittableRandom(seed))) {
            points.add(new Point(
                    behaviours.handle(i),
                    order.indexOf(partition.groupOf()[i]) + 1,
                    components.position(scores[i], 0),
                    components.position(scores[i], 1)));
        }
        return points;
    }

    private static Axis axis(Behaviours behaviours, PrincipalComponents components, int component) {
        double[] direction = components.direction(component);
        String words = IntStream.range(0, direction.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer j) -> -Math.abs(direction[j])))
                .limit(WORDS)
                .map(j -> behaviours.compared().get(j).words(direction[j] > 0))
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
        return new Axis(words, components.told(component + 1) - components.told(component));
    }
}
