package io.virality.domain.finding;

import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Question;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.VideoHistory;
import io.virality.domain.stats.RankContrast;
import io.virality.domain.stats.Ranks;
import io.virality.domain.stats.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * What a creator's earlier videos engaged tells more of a video's views, against what is usual for the creator, than its
 * followers do. Each predictor's direction is learned on the earlier half of the videos and judged on the later half.
 */
record EngagementPredictsVirality() implements Claim {

    static final Claim CLAIM = new EngagementPredictsVirality();

    private static final int EARLIER_VIDEOS = 5;
    private static final int FEWEST_CREATORS = 20;
    private static final int FEWEST_VIDEOS = 100;

    /** Most views come in the first days; before that, a video has not shown what it is. */
    private static final Duration MATURE = Duration.ofDays(3);

    private static final Question QUESTION = new VideoHistory();
    private static final String EFFECT =
            "rank correlation of virality with earlier engagement − with followers, on later videos";

    /** A video, and what its creator's earlier ones say. */
    private record Launch(
            long creator,
            long posted,
            double followers,
            double virality,
            double viralityAgainstMean,
            double engagement,
            double medianEngagement,
            double engagementByFollowers) {}

    @Override
    public String id() {
        return "engagement-predicts-virality";
    }

    @Override
    public String words() {
        return "Engagement rate predicts virality better than follower count.";
    }

    @Override
    public Hypothesis hypothesis() {
        return new Hypothesis(
                "virality is a video's views divided by the median views of its creator's earlier videos. Of the later half"
                        + " of the videos: Spearman's correlation of virality with the engagement rate of the earlier videos,"
                        + " less that with followers, each in the direction found on the earlier half; resampled by creator",
                "the difference is above 0",
                "of at least " + FEWEST_CREATORS + " creators and " + FEWEST_VIDEOS + " videos in either half: views,"
                        + " likes, comments, shares and time of posting, with at least " + EARLIER_VIDEOS
                        + " earlier videos, each seen at least " + MATURE.toDays() + " days after its posting");
    }

    @Override
    public List<Question> questions() {
        return List.of(QUESTION);
    }

    @Override
    public Trial test(Map<Question, Evidence> evidence) {
        List<Launch> launches = launches(evidence.get(QUESTION).rows());
        Optional<Effect> effect = effect(launches, Launch::engagement, Launch::virality, false);
        if (effect.isEmpty()) {
            return new Trial.Untestable(List.of(String.format(
                    Locale.ROOT,
                    "in the earlier and the later half of the videos at least %d creators and %d videos that have %d earlier"
                            + " ones; %,d videos of %,d creators have them",
                    FEWEST_CREATORS,
                    FEWEST_VIDEOS,
                    EARLIER_VIDEOS,
                    launches.size(),
                    creators(launches))));
        }
        return new Trial.Tested(
                QUESTION,
                List.of(effect.get()),
                List.of(
                        Check.of(
                                "virality against the mean of the earlier videos",
                                effect(launches, Launch::engagement, Launch::viralityAgainstMean, false),
                                effect.get()),
                        Check.of(
                                "median engagement of the earlier videos instead of pooled",
                                effect(launches, Launch::medianEngagement, Launch::virality, false),
                                effect.get()),
                        Check.of(
                                "interactions by followers instead of by views",
                                effect(launches, Launch::engagementByFollowers, Launch::virality, false),
                                effect.get()),
                        Check.of(
                                "adjusted for tier: ranks within tiers",
                                effect(launches, Launch::engagement, Launch::virality, true),
                                effect.get())),
                List.of(
                        "the engagement of earlier videos is that of their latest observation, which may be after the"
                                + " posting of the video that it is to predict",
                        "followers are those at a video's latest observation, after it had its success: that favours"
                                + " followers",
                        "a creator whose videos are not all in the data has another median than the true one"));
    }

    private static List<Launch> launches(List<Row> videos) {
        List<Launch> launches = new ArrayList<>();
        List<Row> before = new ArrayList<>();
        for (Row video : videos) {
            if (video.count("observed") - video.count("posted") < MATURE.toMillis()) {
                continue;
            }
            if (!before.isEmpty() && before.get(0).count("creator") != video.count("creator")) {
                before.clear();
            }
            if (before.size() >= EARLIER_VIDEOS) {
                launches.add(launch(video, before));
            }
            before.add(video);
        }
        return launches;
    }

    private static Launch launch(Row video, List<Row> before) {
        Sample views = sample(before, row -> row.count("views"));
        Sample interactions = sample(before, row -> row.count("interactions"));
        double pooled = interactions.mean() / views.mean();
        return new Launch(
                video.count("creator"),
                video.count("posted"),
                video.count("followers"),
                video.count("views") / views.median(),
                video.count("views") / views.mean(),
                pooled,
                sample(before, row -> (double) row.count("interactions") / row.count("views"))
                        .median(),
                interactions.mean() / Math.max(1, video.count("followers")));
    }

    private static Sample sample(List<Row> videos, ToDoubleFunction<Row> figure) {
        return Sample.of(videos.stream().mapToDouble(figure).toArray());
    }

    private static Optional<Effect> effect(
            List<Launch> launches,
            ToDoubleFunction<Launch> engagement,
            ToDoubleFunction<Launch> virality,
            boolean within) {
        List<Launch> inTime = launches.stream()
                .sorted(Comparator.comparingLong(Launch::posted).thenComparingLong(Launch::creator))
                .toList();
        List<Launch> earlier = inTime.subList(0, inTime.size() / 2);
        List<Launch> later = inTime.subList(inTime.size() / 2, inTime.size());
        for (List<Launch> half : List.of(earlier, later)) {
            if (half.size() < FEWEST_VIDEOS || creators(half) < FEWEST_CREATORS) {
                return Optional.empty();
            }
        }
        Seen learned = seen(earlier, engagement, virality, within);
        Seen judged = seen(later, engagement, virality, within);
        if (Double.isNaN(learned.contrast().difference())) {
            return Optional.empty();
        }
        return Predictors.difference(judged.towards(learned).contrast())
                .map(difference -> Effect.of(
                        EFFECT,
                        difference,
                        0,
                        List.of(
                                new Effect.Group("later videos", later.size()),
                                new Effect.Group("creators", creators(later)))));
    }

    /** Videos as the test sees them, a place each. */
    private record Seen(double[] engagement, double[] followers, double[] virality, int[] creators) {

        RankContrast contrast() {
            return new RankContrast(engagement, followers, virality, creators);
        }

        /** With what went against virality there turned round. */
        Seen towards(Seen learned) {
            return new Seen(
                    turned(engagement, learned.engagement, learned.virality),
                    turned(followers, learned.followers, learned.virality),
                    virality,
                    creators);
        }

        private static double[] turned(double[] values, double[] learned, double[] virality) {
            return Ranks.correlation(Ranks.of(learned), Ranks.of(virality)) < 0
                    ? Arrays.stream(values).map(value -> -value).toArray()
                    : values;
        }
    }

    private static Seen seen(
            List<Launch> launches,
            ToDoubleFunction<Launch> engagement,
            ToDoubleFunction<Launch> virality,
            boolean within) {
        double[] followers = launches.stream().mapToDouble(Launch::followers).toArray();
        UnaryOperator<double[]> seen =
                within ? values -> Predictors.withinTiers(values, followers) : UnaryOperator.identity();
        return new Seen(
                seen.apply(launches.stream().mapToDouble(engagement).toArray()),
                seen.apply(followers),
                seen.apply(launches.stream().mapToDouble(virality).toArray()),
                Predictors.clusters(launches.stream().mapToLong(Launch::creator).toArray()));
    }

    private static long creators(List<Launch> launches) {
        return launches.stream().mapToLong(Launch::creator).distinct().count();
    }
}
