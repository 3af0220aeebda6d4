package io.virality.domain.engagement;

import io.virality.domain.stats.RobustScale;
import java.util.Locale;
import java.util.Optional;

/**
 * A figure of a creator that is unusual among creators of its tier: a reason to look, and no verdict. A television
 * appearance does the same to honest figures.
 *
 * @param kind what is unusual
 * @param value the figure
 * @param score its modified z-score on the logarithmic scale: above 0 where the figure is high
 * @param usual what was to be expected
 */
public record Signal(Kind kind, double value, double score, Usual usual) {

    /**
     * Scores beyond this are unusual: the limit of Iglewicz and Hoaglin, How to Detect and Handle Outliers (1993), which
     * one of 2,000 normal values exceeds.
     */
    public static final double LIMIT = 3.5;

    /** With fewer followers nothing is tested: a handful of people moves every ratio. */
    public static final long FEWEST_FOLLOWERS = 1_000;

    /** Among fewer creators nothing is called usual: the deviation itself would be off by a fifth and more. */
    public static final int FEWEST_PEERS = 30;

    /** A growth below, in 30 days, is no jump, however unusual: some tiers hardly move. */
    public static final double SMALLEST_JUMP = .1;

    /** What can be unusual. */
    public enum Kind {
        /** Accounts that mostly follow to be followed back follow many themselves. */
        FOLLOWING("following-ratio", "accounts followed per follower"),
        /** Bought followers do not react, bought reactions do too much. */
        ENGAGEMENT("engagement", "engagement rate"),
        /** Bought likes bring no comments; groups that comment by arrangement bring many. */
        CONVERSATION("comments-per-like", "comments and shares per like"),
        /** Followers that came without anybody watching. */
        GROWTH("follower-jump", "followers now by those 30 days earlier");

        private final String id;
        private final String meaning;

        Kind(String id, String meaning) {
            this.id = id;
            this.meaning = meaning;
        }

        /** The name in documents: {@code following-ratio}. */
        public String id() {
            return id;
        }

        /** What its figure is. */
        public String meaning() {
            return meaning;
        }

        /** The figure of a creator; {@code NaN} where it cannot be tested. Only positive figures have a logarithm. */
        double figure(CreatorFigures creator) {
            if (!(creator.followers() >= FEWEST_FOLLOWERS)) {
                return Double.NaN;
            }
            double figure =
                    switch (this) {
                        case FOLLOWING -> (creator.following() + 1) / (creator.followers() + 1);
                        case ENGAGEMENT -> creator.rate();
                        case CONVERSATION -> (creator.rate() - creator.likeRate()) / creator.likeRate();
                        case GROWTH -> 1 + creator.growth();
                    };
            return figure > 0 && figure < Double.POSITIVE_INFINITY ? figure : Double.NaN;
        }

        /** Whether a figure so far from the centre says something. */
        boolean speaks(double score, CreatorFigures creator) {
            return switch (this) {
                // To follow few is what the known do.
                case FOLLOWING -> score > LIMIT;
                case ENGAGEMENT, CONVERSATION -> Math.abs(score) > LIMIT;
                case GROWTH -> score > LIMIT && creator.growth() >= SMALLEST_JUMP && creator.viewsChange() <= 0;
            };
        }
    }

    /**
     * What is usual in a tier.
     *
     * @param tier the tier
     * @param scale of the logarithms
     * @param n of so many creators
     */
    public record Usual(String tier, RobustScale scale, long n) {

        static Optional<Usual> of(String tier, double... logarithms) {
            return logarithms.length < FEWEST_PEERS
                    ? Optional.empty()
                    : RobustScale.of(logarithms).map(scale -> new Usual(tier, scale, logarithms.length));
        }

        /** Figures below are unusual. */
        public double low() {
            return Math.exp(scale.at(-LIMIT));
        }

        /** Figures above are unusual. */
        public double high() {
            return Math.exp(scale.at(LIMIT));
        }
    }

    /** How far beyond what is usual the figure lies: 1 at the limit, 2 twice as far from the centre. */
    public double strength() {
        return Math.abs(score) / LIMIT;
    }

    /** Why one might look, in words with the figures. */
    public String reason() {
        String found =
                switch (kind) {
                    case FOLLOWING -> "follows " + shown(value) + " accounts per follower";
                    case ENGAGEMENT -> "has an engagement rate of " + shown(value);
                    case CONVERSATION -> "gets " + shown(value) + " comments and shares per like";
                    case GROWTH ->
                        "has " + shown(value)
                                + " times the followers of 30 days before, while its newer videos are viewed no more than its"
                                + " older ones";
                };
        return String.format(
                Locale.ROOT,
                "%s; among the %,d creators of tier %s up to %s is usual, from %s on",
                found,
                usual.n(),
                usual.tier(),
                shown(usual.high()),
                shown(usual.low()));
    }

    private static String shown(double figure) {
        return String.format(Locale.ROOT, "%.3g", figure);
    }
}
