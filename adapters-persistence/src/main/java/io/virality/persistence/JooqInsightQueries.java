package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_STATE;

import io.virality.application.port.InsightQueries;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.insight.AuthenticitySignals;
import io.virality.domain.insight.Correlations;
import io.virality.domain.insight.CreatorBehaviour;
import io.virality.domain.insight.DatasetCompleteness;
import io.virality.domain.insight.DatasetConflicts;
import io.virality.domain.insight.DatasetSources;
import io.virality.domain.insight.EngagementDrivers;
import io.virality.domain.insight.EngagementVersusFollowers;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.FastestGrowing;
import io.virality.domain.insight.FollowerTrend;
import io.virality.domain.insight.GroupComparison;
import io.virality.domain.insight.GrowthSpikes;
import io.virality.domain.insight.InfluenceRanking;
import io.virality.domain.insight.MarketplaceUnits;
import io.virality.domain.insight.Question;
import io.virality.domain.insight.SalesFunnel;
import io.virality.domain.insight.SalesPredictors;
import io.virality.domain.insight.VideoHistory;
import io.virality.domain.insight.ViewsByTrait;
import io.virality.domain.insight.ViralCreators;
import io.virality.domain.insight.ViralVideos;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** One query for each kind of question. */
final class JooqInsightQueries implements InsightQueries {

    private final InsightSql sql;
    private final Map<Class<?>, InsightQuery<?>> queries = new HashMap<>();

    @Inject
    JooqInsightQueries(InsightSql sql) {
        this.sql = sql;
        answer(ViralCreators.class, new ViralCreatorsQuery(sql));
        answer(ViralVideos.class, new ViralVideosQuery(sql));
        answer(ViewsByTrait.class, new ViewsByTraitQuery(sql));
        answer(GroupComparison.class, new GroupComparisonQuery(sql));
        answer(EngagementDrivers.class, new EngagementDriversQuery(sql));
        answer(EngagementVersusFollowers.class, new EngagementVersusFollowersQuery(sql));
        answer(CreatorBehaviour.class, new CreatorBehaviourQuery(sql));
        answer(VideoHistory.class, new VideoHistoryQuery(sql));
        answer(FastestGrowing.class, new FastestGrowingQuery(sql));
        answer(FollowerTrend.class, new FollowerTrendQuery(sql));
        answer(GrowthSpikes.class, new GrowthSpikesQuery(sql));
        answer(MarketplaceUnits.class, new MarketplaceUnitsQuery(sql));
        answer(Correlations.class, new CorrelationsQuery(sql));
        answer(SalesFunnel.class, new SalesFunnelQuery(sql));
        answer(SalesPredictors.class, new SalesPredictorsQuery(sql));
        answer(DatasetSources.class, new DatasetSourcesQuery(sql));
        answer(DatasetCompleteness.class, new DatasetCompletenessQuery(sql));
        answer(DatasetConflicts.class, new DatasetConflictsQuery(sql));
        answer(InfluenceRanking.class, new CreatorComparisonQuery<>(sql));
        answer(AuthenticitySignals.class, new CreatorComparisonQuery<>(sql));
    }

    private <Q extends Question> void answer(Class<Q> kind, InsightQuery<Q> query) {
        queries.put(kind, query);
    }

    @Override
    public Set<RateDefinition> available() {
        Set<RateDefinition> available = EnumSet.noneOf(RateDefinition.class);
        for (RateDefinition definition : RateDefinition.values()) {
            if (sql.jooq()
                    .fetchExists(
                            CREATOR_STATE, RateColumns.of(definition).rate().isNotNull())) {
                available.add(definition);
            }
        }
        return available;
    }

    @Override
    @SuppressWarnings("unchecked") // Each query is put under the class of its question.
    public Evidence gather(Question question) {
        return ((InsightQuery<Question>) queries.get(question.getClass())).gather(question);
    }
}
