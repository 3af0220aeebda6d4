package io.virality.domain.insight;

import io.virality.domain.creator.Tiers;
import java.util.List;
import java.util.Optional;

/** All questions that can be asked. To add one: its class here, its statement in the persistence module. */
public final class Catalogue {

    private static final List<Entry> ENTRIES = List.of(
            ViralCreators.ENTRY,
            GroupComparison.engagementBy(Grouping.TIER, "creator tiers"),
            GroupComparison.engagementBy(Grouping.REGION, "regions"),
            GroupComparison.engagementBy(Grouping.VERIFIED, "verified creators and others"),
            GroupComparison.engagementBy(Grouping.CATEGORY, "categories"),
            GroupComparison.engagementBy(Grouping.LANGUAGE, "languages"),
            GroupComparison.videoEngagementBy(Grouping.TIER, "the tiers of its creator"),
            EngagementVersusFollowers.ENTRY,
            GroupComparison.growthBy(Grouping.TIER, "creator tiers"),
            GroupComparison.growthBy(Grouping.VERIFIED, "verified creators and others"),
            GroupComparison.growthBy(Grouping.REGION, "regions"),
            FastestGrowing.ENTRY,
            FollowerTrend.ENTRY,
            GrowthSpikes.ENTRY);

    private final Tiers tiers;

    /** The catalogue, with the tiers in force. */
    public Catalogue(Tiers tiers) {
        this.tiers = tiers;
    }

    /** Its entries, in the order in which they are listed. */
    public List<Topic> topics() {
        return ENTRIES.stream().map(Entry::topic).toList();
    }

    /** The entry of that id. */
    public Optional<Topic> topic(String id) {
        return topics().stream().filter(topic -> topic.id().equals(id)).findFirst();
    }

    /**
     * A question, ready to be answered.
     *
     * @param topic an entry of this catalogue
     * @param arguments read for this entry's parameters
     */
    public Question ask(Topic topic, Arguments arguments) {
        return ENTRIES.stream()
                .filter(entry -> entry.topic().equals(topic))
                .findFirst()
                .orElseThrow()
                .asked()
                .apply(arguments, tiers);
    }
}
