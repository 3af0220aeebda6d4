package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import io.virality.application.port.InsightQueries;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.insight.AuthenticitySignals;
import io.virality.domain.insight.Correlations;
import io.virality.domain.insight.CreatorBehaviour;
import io.virality.domain.insight.CreatorSponsorships;
import io.virality.domain.insight.CreatorVideos;
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
import java.sql.Connection;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.NoTransactionProvider;

/** One query for each kind of question. */
final class JooqInsightQueries implements InsightQueries {

    private final Database database;
    private final DSLContext shown;
    private final String available;
    private final Map<Class<?>, Function<InsightSql, InsightQuery<?>>> queries = new HashMap<>();

    @Inject
    JooqInsightQueries(DSLContext jooq, Database database) {
        this.database = database;
        // The statements of a question run on the connections of its own transaction, and not on those of the thread's.
        this.shown = DSL.using(ShownStatements.of(jooq).configuration().derive(new NoTransactionProvider()));
        this.available = shown.renderInlined(select(Arrays.stream(RateDefinition.values())
                .map(definition -> field(exists(selectOne()
                        .from(CREATOR_STATE)
                        .where(RateColumns.of(definition).rate().isNotNull()))))
                .toList()));
        answer(ViralCreators.class, ViralCreatorsQuery::new);
        answer(ViralVideos.class, ViralVideosQuery::new);
        answer(ViewsByTrait.class, ViewsByTraitQuery::new);
        answer(GroupComparison.class, GroupComparisonQuery::new);
        answer(EngagementDrivers.class, EngagementDriversQuery::new);
        answer(EngagementVersusFollowers.class, EngagementVersusFollowersQuery::new);
        answer(CreatorBehaviour.class, CreatorBehaviourQuery::new);
        answer(CreatorSponsorships.class, CreatorSponsorshipsQuery::new);
        answer(CreatorVideos.class, CreatorVideosQuery::new);
        answer(VideoHistory.class, VideoHistoryQuery::new);
        answer(FastestGrowing.class, FastestGrowingQuery::new);
        answer(FollowerTrend.class, FollowerTrendQuery::new);
        answer(GrowthSpikes.class, GrowthSpikesQuery::new);
        answer(MarketplaceUnits.class, MarketplaceUnitsQuery::new);
        answer(Correlations.class, CorrelationsQuery::new);
        answer(SalesFunnel.class, SalesFunnelQuery::new);
        answer(SalesPredictors.class, SalesPredictorsQuery::new);
        answer(DatasetSources.class, DatasetSourcesQuery::new);
        answer(DatasetCompleteness.class, DatasetCompletenessQuery::new);
        answer(DatasetConflicts.class, DatasetConflictsQuery::new);
        answer(InfluenceRanking.class, CreatorComparisonQuery::new);
        answer(AuthenticitySignals.class, CreatorComparisonQuery::new);
    }

    private <Q extends Question> void answer(Class<Q> kind, Function<InsightSql, InsightQuery<Q>> query) {
        queries.put(kind, query::apply);
    }

    @Override
    public Set<RateDefinition> available() {
        Set<RateDefinition> known = EnumSet.noneOf(RateDefinition.class);
        return new InsightSql(database, shown, shown).read(available, row -> {
            for (RateDefinition definition : RateDefinition.values()) {
                if (row.getBoolean(definition.ordinal() + 1)) {
                    known.add(definition);
                }
            }
            return known;
        });
    }

    @Override
    public Evidence gather(Question question) {
        return consistently(sql -> gather(question, sql));
    }

    @Override
    public Map<Question, Evidence> gather(Set<Question> questions) {
        return consistently(sql -> {
            Map<Question, Evidence> evidence = new HashMap<>();
            questions.forEach(question -> evidence.put(question, gather(question, sql)));
            return evidence;
        });
    }

    @SuppressWarnings("unchecked") // Each query is put under the class of its question.
    private Evidence gather(Question question, InsightSql sql) {
        return ((InsightQuery<Question>) queries.get(question.getClass()).apply(sql)).gather(question);
    }

    private <T> T consistently(Function<InsightSql, T> work) {
        try (ReadTransaction transaction = ReadTransaction.begin(database)) {
            return work.apply(new InsightSql(database, on(transaction.first()), on(transaction.second())));
        }
    }

    private DSLContext on(Connection connection) {
        return DSL.using(shown.configuration().derive(connection));
    }
}
