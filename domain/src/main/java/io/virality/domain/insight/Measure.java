package io.virality.domain.insight;

import io.virality.domain.engagement.RateDefinition;

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

    /**
     * Something that no other question measures.
     *
     * @param id name and version
     * @param formula the formula in words
     * @param population of whom
     */
    record Plain(String id, String formula, Population population) implements Measure {}
}
