package io.virality.domain.experiment;

import java.util.Locale;

/** How an effect and its error were found. */
public enum Method {

    /** Shares: the p-value by the pooled error, the interval by the error of each. */
    TWO_PROPORTIONS("two-proportion z test"),

    /** Shares of very few units: Fisher's exact test, with Newcombe's interval. */
    FISHER_EXACT("Fisher's exact test, for small counts"),

    /** Means: Welch's test. */
    WELCH("Welch's t test"),

    /** A ratio of two sums. */
    DELTA_METHOD("delta method for a ratio"),

    /** Means or ratios, adjusted by a covariate from before. */
    CUPED("CUPED: adjusted by the covariate"),

    /** Clusters were dealt: the variance of Bell and McCaffrey, the degrees of freedom of Satterthwaite. */
    CLUSTER_ROBUST_CR2("cluster-robust (CR2, Satterthwaite)"),

    /** Clusters were dealt: sums over clusters, by the delta method. */
    CLUSTER_DELTA_METHOD("clusters as units, by the delta method"),

    /** Few clusters were dealt: the p-value by all ways to deal them, the interval as with many. */
    CLUSTER_RANDOMIZATION("few clusters, dealt anew in all ways (randomization test)");

    private final String words;

    Method(String words) {
        this.words = words;
    }

    /** The name in documents: {@code fisher-exact}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it is, for people. */
    public String words() {
        return words;
    }
}
