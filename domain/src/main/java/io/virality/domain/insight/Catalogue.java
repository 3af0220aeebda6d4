package io.virality.domain.insight;

import io.virality.domain.creator.Tiers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All questions that can be asked. To add one: its class here, its statement in the persistence module. */
public final class Catalogue {

    private static final List<Section> SECTIONS = List.of(
            new Section(
                    "Influencer impact",
                    ViralCreators.ENTRY,
                    GroupComparison.engagementBy(Grouping.TIER, "creator tiers"),
                    GroupComparison.engagementBy(Grouping.REGION, "regions"),
                    GroupComparison.engagementBy(Grouping.VERIFIED, "verified creators and others"),
                    GroupComparison.engagementBy(Grouping.CATEGORY, "categories"),
                    GroupComparison.engagementBy(Grouping.LANGUAGE, "languages"),
                    GroupComparison.videoEngagementBy(Grouping.TIER, "the tiers of its creator"),
                    EngagementVersusFollowers.ENTRY,
                    InfluenceRanking.ENTRY,
                    AuthenticitySignals.ENTRY),
            new Section(
                    "User growth",
                    GroupComparison.growthBy(Grouping.TIER, "creator tiers"),
                    GroupComparison.growthBy(Grouping.VERIFIED, "verified creators and others"),
                    GroupComparison.growthBy(Grouping.REGION, "regions")),
            new Section("Heatmap", Correlations.OF_VIDEOS, Correlations.OF_CREATORS),
            new Section(
                    "Sales and conversion",
                    SalesFunnel.ENTRY,
                    GroupComparison.ordersPerThousandViewsBy(Grouping.TIER, "creator tiers"),
                    GroupComparison.ordersPerThousandViewsBy(Grouping.REGION, "regions"),
                    GroupComparison.ordersPerThousandViewsBy(Grouping.VERIFIED, "verified creators and others"),
                    SalesPredictors.ENTRY),
            new Section("Dataset", DatasetSources.ENTRY, DatasetCompleteness.ENTRY, DatasetConflicts.ENTRY));

    private record Section(String theme, List<Entry> entries) {

        Section(String theme, Entry... entries) {
            this(theme, List.of(entries));
        }

        Theme asTheme() {
            return new Theme(theme, entries.stream().map(Entry::topic).toList());
        }
    }

    private final Tiers tiers;

    /** The catalogue, with the tiers in force. */
    public Catalogue(Tiers tiers) {
        this.tiers = tiers;
    }

    /** Its parts, in the order in which they are listed. */
    public List<Theme> themes() {
        return SECTIONS.stream().map(Section::asTheme).toList();
    }

    /** All its entries, in the order in which they are listed. */
    public List<Topic> topics() {
        return themes().stream().flatMap(theme -> theme.topics().stream()).toList();
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
        return SECTIONS.stream()
                .flatMap(section -> section.entries().stream())
                .filter(entry -> entry.topic().equals(topic))
                .findFirst()
                .orElseThrow()
                .asked()
                .apply(arguments, tiers);
    }

    /**
     * A question that the product itself asks.
     *
     * @param id an entry of this catalogue
     * @param given parameters by name; a definition that is not given is the provider's
     * @throws IllegalArgumentException if there is no such entry, or a parameter is impossible
     */
    public Question ask(String id, Map<String, String> given) {
        Topic topic = topic(id).orElseThrow(() -> new IllegalArgumentException("no such entry: '" + id + "'"));
        return ask(topic, Arguments.read(topic.parameters(), given, Set.of()));
    }
}
