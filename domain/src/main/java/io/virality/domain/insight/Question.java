package io.virality.domain.insight;

/** A question of the catalogue with all its parameters set. What it concludes from the evidence is decided here. */
public sealed interface Question
        permits ViralCreators,
                ViralVideos,
                ViewsByTrait,
                GroupComparison,
                EngagementVersusFollowers,
                EngagementDrivers,
                Correlations,
                SalesFunnel,
                SalesPredictors,
                CreatorComparison,
                CreatorBehaviour,
                VideoHistory,
                DatasetSources,
                DatasetCompleteness,
                DatasetConflicts,
                FastestGrowing,
                FollowerTrend,
                GrowthSpikes,
                MarketplaceUnits,
                Work {

    /** The catalogue's entry. */
    Topic topic();

    /** The question in words, with the values asked for. */
    default String words() {
        return topic().question();
    }

    /** What is measured. */
    Measure measure();

    /** What to say where there is nothing to answer from. */
    default String nothing() {
        return "nothing that is loaded has what this question needs: import data first, or choose other parameters";
    }

    /** Adds the columns that the statement cannot compute, and says what the reader must know. */
    Conclusion conclude(Evidence evidence);
}
