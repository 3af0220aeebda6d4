package io.virality.app;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import io.virality.application.category.ClassifyCreators;
import io.virality.application.creator.DescribeCreator;
import io.virality.application.creator.FindCreators;
import io.virality.application.creator.FindDisagreements;
import io.virality.application.experiment.AnalyzeTable;
import io.virality.application.experiment.ArchiveExperiment;
import io.virality.application.experiment.AssignUnits;
import io.virality.application.experiment.ChangeExperiment;
import io.virality.application.experiment.DraftExperiment;
import io.virality.application.experiment.JudgeExperiment;
import io.virality.application.experiment.PlanExperiment;
import io.virality.application.experiment.RecordExposures;
import io.virality.application.experiment.RecordOutcomes;
import io.virality.application.experiment.RecordSummaries;
import io.virality.application.experiment.SimulateExperiment;
import io.virality.application.experiment.StartExperiment;
import io.virality.application.experiment.StopExperiment;
import io.virality.application.experiment.SurveyExperiments;
import io.virality.application.forecast.BacktestForecasts;
import io.virality.application.forecast.BacktestSeries;
import io.virality.application.forecast.DescribeDrivers;
import io.virality.application.forecast.ForecastGrowth;
import io.virality.application.forecast.ForecastSeries;
import io.virality.application.forecast.LearnDrivers;
import io.virality.application.ingest.ExplainSource;
import io.virality.application.ingest.ExportEverything;
import io.virality.application.ingest.ImportSource;
import io.virality.application.ingest.RestoreExperiments;
import io.virality.application.ingest.RetryQuarantine;
import io.virality.application.ingest.ReviewQuarantine;
import io.virality.application.ingest.StartImport;
import io.virality.application.insight.AnswerInsight;
import io.virality.application.insight.DescribeDataset;
import io.virality.application.insight.TestClaims;
import io.virality.application.marketplace.AttributeSales;
import io.virality.application.marketplace.AttributeStoredSales;
import io.virality.application.marketplace.MeasureEfficiency;
import io.virality.application.marketplace.MeasureHoldout;
import io.virality.application.marketplace.StudyResponse;
import io.virality.application.marketplace.StudyStoredResponse;
import io.virality.application.model.DescribeModels;
import io.virality.application.portfolio.BuildPortfolio;
import io.virality.application.portfolio.ReadPrices;
import io.virality.application.recommendation.EvaluateRankers;
import io.virality.application.recommendation.FindCandidates;
import io.virality.application.recommendation.RecommendCreators;
import io.virality.application.recommendation.RecordFeedback;
import io.virality.application.recommendation.ReviewFeedback;
import io.virality.application.search.FindLookalikes;
import io.virality.application.search.IndexCreators;
import io.virality.application.search.RankCreators;
import io.virality.application.search.SearchCreators;
import io.virality.application.segment.DescribeSegments;
import io.virality.application.segment.SegmentCreators;
import io.virality.application.virality.LearnVirality;
import io.virality.application.virality.PredictVirality;
import io.virality.domain.creator.Tiers;
import io.virality.domain.insight.Catalogue;
import io.virality.ingest.IngestModule;
import io.virality.ingest.csv.TablesModule;
import io.virality.ml.MlModule;
import io.virality.persistence.PersistenceModule;
import io.virality.web.DocumentsModule;
import io.virality.web.WebModule;
import java.time.Clock;

/** The list of all use cases and modules. */
final class Wiring {

    private Wiring() {}

    static Injector wire(Settings settings, PersistenceModule storage) {
        return Guice.createInjector(
                Stage.PRODUCTION,
                new Strictness(),
                new UseCases(settings.tiers()),
                storage,
                new IngestModule(settings.sources(), settings.plugins()),
                new MlModule(),
                new TablesModule(),
                new WebModule(settings.largestUpload()));
    }

    /** What can be asked without a database: of a table, or of chance. */
    static Injector wireTables() {
        return Guice.createInjector(
                Stage.PRODUCTION, new Strictness(), new TableUseCases(), new TablesModule(), new DocumentsModule());
    }

    private static final class TableUseCases extends AbstractModule {

        @Override
        protected void configure() {
            bind(AnalyzeTable.class);
            bind(AttributeSales.class);
            bind(BacktestSeries.class);
            bind(ForecastSeries.class);
            bind(MeasureHoldout.class);
            bind(PlanExperiment.class);
            bind(SimulateExperiment.class);
            bind(StudyResponse.class);
        }
    }

    /** A wrong binding fails at start, not in front of a user. */
    private static final class Strictness extends AbstractModule {

        @Override
        protected void configure() {
            binder().requireExplicitBindings();
            binder().requireAtInjectOnConstructors();
            binder().requireExactBindingAnnotations();
            binder().disableCircularProxies();
        }
    }

    private static final class UseCases extends AbstractModule {

        private final Tiers tiers;

        UseCases(Tiers tiers) {
            this.tiers = tiers;
        }

        @Override
        protected void configure() {
            bind(Clock.class).toInstance(Clock.systemUTC());
            bind(Tiers.class).toInstance(tiers);
            bind(Catalogue.class).toInstance(new Catalogue(tiers));

            bind(AnswerInsight.class);
            bind(DescribeCreator.class);
            bind(DescribeDataset.class);
            bind(ExplainSource.class);
            bind(FindCreators.class);
            bind(FindDisagreements.class);
            bind(ExportEverything.class);
            bind(ImportSource.class);
            bind(RestoreExperiments.class);
            bind(RetryQuarantine.class);
            bind(ReviewQuarantine.class);
            bind(StartImport.class);
            bind(TestClaims.class);

            bind(AttributeStoredSales.class);
            bind(BacktestForecasts.class);
            bind(DescribeDrivers.class);
            bind(ForecastGrowth.class);
            bind(MeasureEfficiency.class);
            bind(DescribeModels.class);
            bind(ClassifyCreators.class);
            bind(DescribeSegments.class);
            bind(FindLookalikes.class);
            bind(EvaluateRankers.class);
            bind(FindCandidates.class);
            bind(RecommendCreators.class);
            bind(RecordFeedback.class);
            bind(ReviewFeedback.class);
            bind(IndexCreators.class);
            bind(RankCreators.class);
            bind(SearchCreators.class);
            bind(SegmentCreators.class);
            bind(LearnVirality.class);
            bind(PredictVirality.class);
            bind(LearnDrivers.class);
            bind(BuildPortfolio.class);
            bind(ReadPrices.class);

            bind(ArchiveExperiment.class);
            bind(AssignUnits.class);
            bind(ChangeExperiment.class);
            bind(DraftExperiment.class);
            bind(JudgeExperiment.class);
            bind(PlanExperiment.class);
            bind(RecordExposures.class);
            bind(RecordOutcomes.class);
            bind(RecordSummaries.class);
            bind(StartExperiment.class);
            bind(StopExperiment.class);
            bind(StudyStoredResponse.class);
            bind(SurveyExperiments.class);
        }
    }
}
