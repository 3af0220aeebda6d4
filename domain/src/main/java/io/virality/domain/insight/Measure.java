package io.virality.domain.insight;

import io.virality.domain.engagement.RateDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What a question measures of each unit of a population: a name with a version, and a formula in words. */
public sealed interface Measure {

    /** Name and version: {@code by-views@1}. */
    String id();

    /** The formula in words. */
    String formula();

    /** Of whom. */
    Population population();

    /** What to say of so many rates above one. */
    static String aboveOne(long rates) {
        return String.format(
                Locale.ROOT,
                "rates above 100 %%: %,d, as their sources tell them; there are more interactions than what they are"
                        + " divided by",
                rates);
    }

    /**
     * A creator's engagement rate.
     *
     * @param definition the rate meant
     */
    record Engagement(RateDefinition definition) implements Measure {

        @Override
        public String id() {
            return definition.id();
        }

        @Override
        public String formula() {
            return definition.formula();
        }

        @Override
        public Population population() {
            return Population.CREATORS;
        }
    }

    /**
     * A video's engagement rate.
     *
     * @param observation which of a video's observations counts
     */
    record VideoEngagement(Observation observation) implements Measure {

        @Override
        public String id() {
            return "video-by-views@1";
        }

        @Override
        public String formula() {
            return "(likes + comments + shares) / views of one video, at its " + observation.id() + " observation";
        }

        @Override
        public Population population() {
            return Population.VIDEOS;
        }
    }

    /** How well a creator's views sell. */
    record OrdersPerThousandViews() implements Measure {

        @Override
        public String id() {
            return "orders-per-1000-views@1";
        }

        @Override
        public String formula() {
            return "1,000 × orders / views of a creator who sold something: orders in any currency, views of all its videos "
                    + "by their newest observations, whether or not they sell";
        }

        @Override
        public Population population() {
            return Population.CREATORS;
        }
    }

    /** How fast a creator's followers grow, between the oldest and the newest count of them that one source told. */
    record FollowerGrowth() implements Measure {

        /** The growth is told per so many days. */
        public static final int DAYS = 30;

        /** Over a shorter span it is not told: a week holds each weekday once, and rounded counts hardly move in less. */
        public static final int SHORTEST_DAYS = 7;

        /** What holds wherever counts are compared with each other. */
        static final String ONE_SOURCE =
                "counts are compared with those of the same source, of several the one whose counts span the longest"
                        + " time: that two sources differ is no growth";

        static final List<String> CAVEATS = List.of(
                ONE_SOURCE,
                "counts above a million are often rounded to 100,000: over a short span the growth of large creators is"
                        + " coarse",
                "creators that vanished, or that are no longer listed, are measured up to their last count only");

        @Override
        public String id() {
            return "growth-30-days@2";
        }

        @Override
        public String formula() {
            return "(newest followers / first followers) ^ (" + DAYS + " / days between) - 1,"
                    + " of creators that one source counted at least " + SHORTEST_DAYS
                    + " days apart, first with at least one follower";
        }

        @Override
        public Population population() {
            return Population.CREATORS;
        }
    }

    /**
     * How much more a video was viewed than is usual for its creator.
     *
     * @param others how many other videos of the creator there must be, at least 1
     */
    record RelativeViews(long others) implements Measure {

        /** How long a video must have been up: younger ones still gather most of their views. */
        public static final Duration SETTLED = Duration.ofDays(3);

        /** There is nothing usual without another video. */
        static RelativeViews of(long others) {
            return new RelativeViews(Math.max(1, others));
        }

        @Override
        public String id() {
            return "views-over-own-median@1";
        }

        @Override
        public String formula() {
            return "views of a video / median views of the creator's other videos (at least " + others
                    + "), all at their newest observation and at least " + SETTLED.toDays() + " days after posting";
        }

        @Override
        public Population population() {
            return Population.VIDEOS;
        }
    }

    /**
     * Something that no other question measures.
     *
     * @param id name and version
     * @param formula the formula in words
     * @param population of whom
     */
    record Plain(String id, String formula, Population population) implements Measure {}
}
