package io.virality.spi;

/** The kinds of row that the host understands. */
public final class Kinds {

    /** A creator's profile, its counts at a moment, or both. Needs {@code platform_id} or {@code handle}. */
    public static final String CREATOR = "creator";

    /**
     * A post, its counts at a moment, or both. Needs {@code video_id}. May also hold the creator's own counts:
     * {@code followers}, {@code following}, {@code videos}, {@code creator_likes}.
     */
    public static final String VIDEO = "video";

    /** What a creator won in a period. Needs the creator, {@code from} and {@code until}. */
    public static final String GROWTH = "growth";

    /** A shop, its counts at a moment, or both. Needs {@code shop_id}. */
    public static final String SHOP = "shop";

    /** A product on sale. Needs {@code product_id}. */
    public static final String PRODUCT = "product";

    /** What was ordered of one product in one order. Needs {@code order_id}, {@code sold_at}, {@code gross}. */
    public static final String SALE = "sale";

    /** What an advertisement, or a whole campaign or channel, cost and did. Needs {@code channel}. */
    public static final String AD_RESULT = "ad-result";

    /** That a creator works for a brand. Needs the creator, {@code brand} and {@code evidence}. */
    public static final String SPONSORSHIP = "sponsorship";

    /**
     * That a buyer met content or an advertisement. Needs {@code buyer}, {@code touched_at}, {@code touch} and what was met:
     * the creator, {@code video_id}, {@code channel} or {@code campaign_id}.
     */
    public static final String TOUCH = "touch";

    /** Whose a promo code is. Needs {@code promo_code} and the creator, {@code channel} or {@code campaign_id}. */
    public static final String PROMO_CODE = "promo-code";

    /**
     * An experiment: what it is to be, how it stands, what was done to it. Needs {@code experiment}, {@code variations},
     * {@code state} and {@code changes}. One of the same key that is here already stays, unless this one goes on where it
     * ends.
     */
    public static final String EXPERIMENT = "experiment";

    /** What a unit met first. Needs {@code experiment}, {@code unit}, {@code variation} and {@code exposed_at}. */
    public static final String EXPOSURE = "exposure";

    /** What happened with a unit. Needs {@code experiment}, {@code unit}, {@code outcome} and {@code happened_at}. */
    public static final String OUTCOME = "outcome";

    /**
     * Units of an experiment that somebody else has counted. Needs {@code experiment}, {@code metric}, {@code variation},
     * {@code from}, {@code units}, {@code mean} and {@code variance}.
     */
    public static final String SUMMARY = "summary";

    /**
     * How far a brand has come with a creator. Needs the creator, {@code brand}, {@code stage} and {@code given_at}. What was
     * said later counts.
     */
    public static final String FEEDBACK = "feedback";

    private Kinds() {}
}
