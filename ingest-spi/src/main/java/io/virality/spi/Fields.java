package io.virality.spi;

import java.util.Set;

/**
 * The names of the fields that the host understands. Counts are whole numbers without separators, rates are fractions
 * (.025), times are ISO-8601 instants in UTC, booleans are {@code true} or {@code false}.
 */
public final class Fields {

    /** {@code tiktok} (the default), {@code youtube} or {@code instagram}. */
    public static final String PLATFORM = "platform";

    /** The creator's id on the platform: never changes. */
    public static final String PLATFORM_ID = "platform_id";

    /** The creator's name on the platform, without {@code @}: may change. */
    public static final String HANDLE = "handle";

    /** When the counts held; without it, the time of the import's request or of the file. */
    public static final String OBSERVED_AT = "observed_at";

    /** The displayed name. */
    public static final String NICKNAME = "nickname";

    /** The text under the name. */
    public static final String BIOGRAPHY = "biography";

    /** The link in the profile. */
    public static final String BIO_LINK = "bio_link";

    /** Country of the account (ISO 3166, two letters): not of the audience. */
    public static final String REGION = "region";

    /** Language tag, for example {@code en} or {@code pt-BR}. */
    public static final String LANGUAGE = "language";

    /** What the creator posts about. */
    public static final String CATEGORY = "category";

    /** Whether the platform verified the account. */
    public static final String VERIFIED = "verified";

    /** Accounts that follow the creator; in a row about a video: its creator, as with the next and {@link #VIDEOS}. */
    public static final String FOLLOWERS = "followers";

    /** Accounts that the creator follows. */
    public static final String FOLLOWING = "following";

    /** Likes: all that a creator ever got, or those of one video. */
    public static final String LIKES = "likes";

    /** In a row about a video: the likes that its creator ever got. */
    public static final String CREATOR_LIKES = "creator_likes";

    /** Public videos of the creator. */
    public static final String VIDEOS = "videos";

    /** The provider's own engagement rate of the creator. */
    public static final String ENGAGEMENT_RATE = "engagement_rate";

    /** The provider's own rate of likes alone. */
    public static final String LIKE_ENGAGEMENT_RATE = "like_engagement_rate";

    /** The provider's own rate of comments alone. */
    public static final String COMMENT_ENGAGEMENT_RATE = "comment_engagement_rate";

    /** The video's id on the platform. */
    public static final String VIDEO_ID = "video_id";

    /** When the video was posted. */
    public static final String POSTED_AT = "posted_at";

    /** The video's caption. */
    public static final String CAPTION = "caption";

    /** The video's hashtags, without {@code #}, separated by blanks. */
    public static final String HASHTAGS = "hashtags";

    /** The sound's name or id. */
    public static final String SOUND = "sound";

    /** The video's length in seconds. */
    public static final String DURATION_SECONDS = "duration_seconds";

    /** How often the video was played. */
    public static final String VIEWS = "views";

    /** Comments under the video. */
    public static final String COMMENTS = "comments";

    /** How often the video was shared. */
    public static final String SHARES = "shares";

    /** How often the video was saved. */
    public static final String SAVES = "saves";

    /** Who observed it, where a file holds the observations of several sources; without it, the source itself. */
    public static final String SOURCE = "source";

    /** The layout or API version that this source followed; goes with {@link #SOURCE}. */
    public static final String SOURCE_VERSION = "source_version";

    /** Whether the row is invented: {@code true} or {@code false}. Rows of a simulated source always are. */
    public static final String SIMULATED = "simulated";

    /** How old the counts may be: {@code live}, {@code daily} or {@code archive}; without it, as the source says. */
    public static final String FRESHNESS = "freshness";

    /** The displayed name of a shop or a product. */
    public static final String NAME = "name";

    /** Texts in a video that disclose an advertisement, without {@code #}, separated by blanks: {@code ad sponsored}. */
    public static final String DISCLOSURES = "disclosures";

    /** When a period begins: of a growth, an advertisement's result, a sponsorship. */
    public static final String FROM = "from";

    /** When a period is over; the moment itself is no part of it. */
    public static final String UNTIL = "until";

    /** Followers won in a period, less those lost: may be negative. */
    public static final String FOLLOWERS_GAINED = "followers_gained";

    /** Views won in a period: negative where the platform took some back. */
    public static final String VIEWS_GAINED = "views_gained";

    /** ISO 4217 code of all amounts of money of the row; without it {@code XXX}, which says that it is not known. */
    public static final String CURRENCY = "currency";

    /** The shop's id on the platform. */
    public static final String SHOP_ID = "shop_id";

    /** Amount that a shop sold for in all, returns included. */
    public static final String GMV = "gmv";

    /** What came to {@link #GMV} in the last period that the source looks at. */
    public static final String GMV_GROWTH = "gmv_growth";

    /** Pieces sold: in an order; of a shop: in the last period that the source looks at. Of a summary: units counted. */
    public static final String UNITS = "units";

    /** How many products a shop offers. */
    public static final String PRODUCTS = "products";

    /** How many creators sell for a shop. */
    public static final String CREATORS = "creators";

    /** The product's id on the platform. */
    public static final String PRODUCT_ID = "product_id";

    /** Amount that one piece costs; of a shop: on average. */
    public static final String PRICE = "price";

    /** The order's id on the platform. An order and a product name one sale. */
    public static final String ORDER_ID = "order_id";

    /** When the order was placed. */
    public static final String SOLD_AT = "sold_at";

    /** Amount that was ordered for, before anything was returned. */
    public static final String GROSS = "gross";

    /** Amount that was paid back. */
    public static final String REFUNDS = "refunds";

    /** Amount that the creator earns. */
    public static final String COMMISSION = "commission";

    /** What the platform calls who ordered, or met something: a pseudonym. */
    public static final String BUYER = "buyer";

    /** When the buyer met it. */
    public static final String TOUCHED_AT = "touched_at";

    /** How the buyer met it: {@code click} or {@code view}. */
    public static final String TOUCH = "touch";

    /** The code that the buyer typed in. */
    public static final String PROMO_CODE = "promo_code";

    /** What led to the sale: {@code video}, {@code live}, {@code showcase}, {@code link}. */
    public static final String CONTENT_TYPE = "content_type";

    /** Where an advertisement was shown: {@code tiktok}, {@code facebook}, {@code tv}. */
    public static final String CHANNEL = "channel";

    /** The campaign's id in its channel. */
    public static final String CAMPAIGN_ID = "campaign_id";

    /** The advertisement's id in its channel. */
    public static final String AD_ID = "ad_id";

    /** What kind of advertisement it is: {@code in-feed}, {@code search}. */
    public static final String AD_FORMAT = "ad_format";

    /** Whom it was shown to, in the advertiser's words. */
    public static final String AUDIENCE = "audience";

    /** Age group of those whom it was shown to: {@code 30-34}. */
    public static final String AGE = "age";

    /** Gender of those whom it was shown to. */
    public static final String GENDER = "gender";

    /** Interest of those whom it was shown to. */
    public static final String INTEREST = "interest";

    /** Amount paid for the advertisement. */
    public static final String SPEND = "spend";

    /** How often the advertisement was shown. */
    public static final String IMPRESSIONS = "impressions";

    /** How many people it was shown to. */
    public static final String REACH = "reach";

    /** How often it was clicked. */
    public static final String CLICKS = "clicks";

    /** What it led to, as the channel counts it: enquiries, orders. */
    public static final String CONVERSIONS = "conversions";

    /** Those of the {@link #CONVERSIONS} that ended in a purchase. */
    public static final String APPROVED_CONVERSIONS = "approved_conversions";

    /** Amount that it sold for, as the channel tells. */
    public static final String REVENUE = "revenue";

    /** The brand that is advertised. */
    public static final String BRAND = "brand";

    /** Why a creator is taken to work for a brand: {@code contract}, {@code named-partner}, {@code disclosed}, {@code tagged}. */
    public static final String EVIDENCE = "evidence";

    /** How many videos a creator made for a brand. */
    public static final String SPONSORED_VIDEOS = "sponsored_videos";

    /** Amount that a brand paid a creator. */
    public static final String FEE = "fee";

    /** How far a brand has come with a creator: {@code shortlisted}, {@code dismissed}, {@code contacted}, {@code hired}. */
    public static final String STAGE = "stage";

    /** When a brand said so. */
    public static final String GIVEN_AT = "given_at";

    /** The key of an experiment. */
    public static final String EXPERIMENT = "experiment";

    /** What is believed, and would be shown wrong. */
    public static final String HYPOTHESIS = "hypothesis";

    /** Whom to ask about an experiment. */
    public static final String OWNER = "owner";

    /** Who met a variation, or did something; of an experiment, what is dealt: {@code user}, {@code creator}, {@code region}, {@code time-slot}. */
    public static final String UNIT = "unit";

    /** JSON: a list of objects with {@code key}, {@code name} and {@code weight}; the first is the control. */
    public static final String VARIATIONS = "variations";

    /** The share of units that take part, above 0. */
    public static final String COVERAGE = "coverage";

    /** JSON: an object, the condition on units as GrowthBook writes it. */
    public static final String CONDITION = "condition";

    /** The pool of units that experiments share; goes with {@link #NAMESPACE_FROM} and {@link #NAMESPACE_UNTIL}. */
    public static final String NAMESPACE = "namespace";

    /** Where the share of the pool begins, from 0. */
    public static final String NAMESPACE_FROM = "namespace_from";

    /** Where the share of the pool ends, at most 1. */
    public static final String NAMESPACE_UNTIL = "namespace_until";

    /** By which units are told apart. */
    public static final String ATTRIBUTE = "attribute";

    /** Whether units keep the variation that they met first. */
    public static final String STICKY = "sticky";

    /** JSON: a list of objects, the metrics of an experiment. */
    public static final String METRICS = "metrics";

    /** How effects are judged: {@code frequentist}, {@code sequential}, {@code bayesian}. */
    public static final String ENGINE = "engine";

    /** How often a metric may be found to have changed where it has not. */
    public static final String ALPHA = "alpha";

    /** Where an experiment stands: {@code draft}, {@code running}, {@code stopped}, {@code archived}. */
    public static final String STATE = "state";

    /** When an experiment began. */
    public static final String STARTED_AT = "started_at";

    /** When an experiment ended. */
    public static final String STOPPED_AT = "stopped_at";

    /** JSON: a list of objects with {@code at}, {@code by}, {@code kind} and {@code words}: what was done, oldest first. */
    public static final String CHANGES = "changes";

    /** JSON: a list of objects with {@code metric}, {@code value} and {@code at}: where metrics are cut for good. */
    public static final String CAPS = "caps";

    /** When it was told; of an experiment, when something was told of it last. */
    public static final String RECEIVED_AT = "received_at";

    /** The key of a variation. */
    public static final String VARIATION = "variation";

    /** When a unit met a variation first. */
    public static final String EXPOSED_AT = "exposed_at";

    /** JSON: an object, what is known of a unit. */
    public static final String ATTRIBUTES = "attributes";

    /** Whether a unit met another variation, too. */
    public static final String SEVERAL = "several";

    /** What happened with a unit. */
    public static final String OUTCOME = "outcome";

    /** Tells apart what happens at once. */
    public static final String OUTCOME_ID = "outcome_id";

    /** How much of it happened. */
    public static final String OUTCOME_VALUE = "outcome_value";

    /** When it happened. */
    public static final String HAPPENED_AT = "happened_at";

    /** The key of a metric. */
    public static final String METRIC = "metric";

    /** The mean of a metric; of a proportion, the share. */
    public static final String MEAN = "mean";

    /** The variance of a metric, with n − 1. */
    public static final String VARIANCE = "variance";

    private static final Set<String> ALL = Set.of(
            SOURCE,
            SOURCE_VERSION,
            SIMULATED,
            FRESHNESS,
            PLATFORM,
            PLATFORM_ID,
            HANDLE,
            OBSERVED_AT,
            NICKNAME,
            BIOGRAPHY,
            BIO_LINK,
            REGION,
            LANGUAGE,
            CATEGORY,
            VERIFIED,
            FOLLOWERS,
            FOLLOWING,
            LIKES,
            CREATOR_LIKES,
            VIDEOS,
            ENGAGEMENT_RATE,
            LIKE_ENGAGEMENT_RATE,
            COMMENT_ENGAGEMENT_RATE,
            VIDEO_ID,
            POSTED_AT,
            CAPTION,
            HASHTAGS,
            SOUND,
            DURATION_SECONDS,
            VIEWS,
            COMMENTS,
            SHARES,
            SAVES,
            NAME,
            DISCLOSURES,
            FROM,
            UNTIL,
            FOLLOWERS_GAINED,
            VIEWS_GAINED,
            CURRENCY,
            SHOP_ID,
            GMV,
            GMV_GROWTH,
            UNITS,
            PRODUCTS,
            CREATORS,
            PRODUCT_ID,
            PRICE,
            ORDER_ID,
            SOLD_AT,
            GROSS,
            REFUNDS,
            COMMISSION,
            PROMO_CODE,
            BUYER,
            TOUCHED_AT,
            TOUCH,
            CONTENT_TYPE,
            CHANNEL,
            CAMPAIGN_ID,
            AD_ID,
            AD_FORMAT,
            AUDIENCE,
            AGE,
            GENDER,
            INTEREST,
            SPEND,
            IMPRESSIONS,
            REACH,
            CLICKS,
            CONVERSIONS,
            APPROVED_CONVERSIONS,
            REVENUE,
            BRAND,
            EVIDENCE,
            SPONSORED_VIDEOS,
            FEE,
            STAGE,
            GIVEN_AT,
            EXPERIMENT,
            HYPOTHESIS,
            OWNER,
            UNIT,
            VARIATIONS,
            COVERAGE,
            CONDITION,
            NAMESPACE,
            NAMESPACE_FROM,
            NAMESPACE_UNTIL,
            ATTRIBUTE,
            STICKY,
            METRICS,
            ENGINE,
            ALPHA,
            STATE,
            STARTED_AT,
            STOPPED_AT,
            CHANGES,
            CAPS,
            RECEIVED_AT,
            VARIATION,
            EXPOSED_AT,
            ATTRIBUTES,
            SEVERAL,
            OUTCOME,
            OUTCOME_ID,
            OUTCOME_VALUE,
            HAPPENED_AT,
            METRIC,
            MEAN,
            VARIANCE);

    private static final Set<String> STRUCTURED = Set.of(VARIATIONS, CONDITION, METRICS, CHANGES, CAPS, ATTRIBUTES);

    private Fields() {}

    /** Those whose text is a JSON list or object. */
    public static Set<String> structured() {
        return STRUCTURED;
    }

    /** All of them. */
    public static Set<String> all() {
        return ALL;
    }
}
