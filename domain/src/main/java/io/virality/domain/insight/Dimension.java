package io.virality.domain.insight;

import java.util.Arrays;
import java.util.Locale;

/** By what the results of a market are put into groups. */
public enum Dimension {
    /** The channel that showed an advertisement. */
    CHANNEL("the channel that showed it", Kind.ADVERTISEMENT),
    /** The campaign, with its channel: channels do not agree on ids. */
    CAMPAIGN("channel and campaign", Kind.ADVERTISEMENT),
    /** Each advertisement by itself, with its channel. */
    AD("channel and advertisement", Kind.ADVERTISEMENT),
    /** What kind of advertisement it is. */
    AD_FORMAT("what kind of advertisement it is", Kind.ADVERTISEMENT),
    /** Whom it was shown to. */
    AUDIENCE("whom it was shown to: in the advertiser's words, else age and gender", Kind.ADVERTISEMENT),
    /** What those are interested in whom it was shown to. */
    INTEREST("the interest it was shown for", Kind.ADVERTISEMENT),
    /** The creator who appeared in it, or sold. */
    CREATOR("the creator who appears in it, is paid, or sold", Kind.CREATOR),
    /** The creator's size class. */
    TIER("the creator's size class by followers", Kind.CREATOR),
    /** The creator's country. */
    REGION("the country of the creator's account, not of the audience", Kind.CREATOR),
    /** What the creator posts about. */
    CATEGORY("what the creator posts about", Kind.CREATOR),
    /** The month, in UTC. */
    PERIOD("the month (UTC) in which it began, or in which was sold", Kind.TIME);

    private enum Kind {
        ADVERTISEMENT,
        CREATOR,
        TIME
    }

    private final String meaning;
    private final Kind kind;

    Dimension(String meaning, Kind kind) {
        this.meaning = meaning;
        this.kind = kind;
    }

    /** The name in commands and documents: {@code ad-format}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The dimension of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Dimension of(String id) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown dimension '" + id + "'; there are: "
                        + String.join(
                                ", ", Arrays.stream(values()).map(Dimension::id).toList())));
    }

    /** In words. */
    public String meaning() {
        return meaning;
    }

    /** Whether groups are made of creators: only of them views are known, and it is creators that are drawn anew. */
    public boolean ofCreators() {
        return kind == Kind.CREATOR;
    }

    /** Whether a sale or a fee can be told apart by it: neither names a campaign. */
    public boolean ofSales() {
        return kind != Kind.ADVERTISEMENT;
    }
}
