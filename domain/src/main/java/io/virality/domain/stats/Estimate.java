package io.virality.domain.stats;

/** What a sample says about something unknown, and how sure that is. */
public interface Estimate {

    /** The estimate. */
    double value();

    /** The interval that claims to cover the truth with that probability. */
    Interval interval(double confidence);

    /** The two-sided p-value of the truth being the reference. */
    double pValue(double reference);
}
