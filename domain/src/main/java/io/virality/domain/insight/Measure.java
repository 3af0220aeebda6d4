package io.virality.domain.insight;

import io.virality.domain.engagement.RateDefinition;
import java.time.Duration;

/** What a question measures of each unit of a population: a name with a version, and a formula in words. */
public sealed interface Measure {

    /** Name and version: {@code by-views@1}. */
    String id();

    /** The formula in words. */
    String formula();

    /** Of whom. */
    Population population();

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
