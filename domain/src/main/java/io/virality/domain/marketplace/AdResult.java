package io.virality.domain.marketplace;

import io.virality.domain.creator.Counts;
import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Period;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an advertisement cost and did, in a period if it is told, for an audience if it is told. Told of no single
 * advertisement, it is that of the campaign, or of the channel.
 *
 * @param channel where it was shown
 * @param campaign the channel's id of the campaign
 * @param ad the channel's id of the advertisement
 * @param format what kind of advertisement it is
 * @param audience whom it was shown to
 * @param period when it ran
 * @param brand what it advertises
 * @param creator who appears in it, or is paid for it
 * @param spend what it cost
 * @param impressions how often it was shown
 * @param reach how many people it was shown to
 * @param clicks how often it was clicked
 * @param conversions what it led to, as the channel counts
 * @param approvedConversions those that ended in a purchase
 * @param revenue what it sold for, as the channel tells
 */
public record AdResult(
        String channel,
        Optional<String> campaign,
        Optional<String> ad,
        Optional<String> format,
        Audience audience,
        Optional<Period> period,
        Optional<Brand> brand,
        Optional<Identity> creator,
        Optional<Money> spend,
        OptionalLong impressions,
        OptionalLong reach,
        OptionalLong clicks,
        OptionalLong conversions,
        OptionalLong approvedConversions,
        Optional<Money> revenue)
        implements Fact {

    /** @throws IllegalArgumentException if an id is none, a figure negative, or a part more than its whole */
    public AdResult {
        Limits.requireId("a channel", channel);
        Limits.requireId("a campaign", campaign);
        Limits.requireId("an advertisement", ad);
        Limits.requireNotNegative("spend", spend);
        Counts.requireCount("impressions", impressions);
        Counts.requireCount("reach", reach);
        Counts.requireCount("clicks", clicks);
        Counts.requireCount("conversions", conversions);
        Counts.requireCount("approved_conversions", approvedConversions);
        Limits.requireNotNegative("revenue", revenue);
        Limits.requireOneCurrency(List.of(spend, revenue));
        Limits.requireAtMost("clicks", clicks, "impressions", impressions);
        Limits.requireAtMost("approved_conversions", approvedConversions, "conversions", conversions);
    }
}
