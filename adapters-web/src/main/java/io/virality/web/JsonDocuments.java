package io.virality.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.virality.application.port.Documents;
import io.virality.domain.assignment.Assignment;
import io.virality.domain.attribution.AttributedSales;
import io.virality.domain.attribution.Model;
import io.virality.domain.category.Classification;
import io.virality.domain.creator.Disagreement;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Page;
import io.virality.domain.creator.Platform;
import io.virality.domain.efficiency.Efficiency;
import io.virality.domain.experiment.Analysis;
import io.virality.domain.experiment.Design;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Exposure;
import io.virality.domain.experiment.Holdout;
import io.virality.domain.experiment.Line;
import io.virality.domain.experiment.Outcome;
import io.virality.domain.experiment.Outlook;
import io.virality.domain.experiment.Receipt;
import io.virality.domain.experiment.Results;
import io.virality.domain.experiment.Standing;
import io.virality.domain.experiment.Summary;
import io.virality.domain.finding.Check;
import io.virality.domain.finding.Claim;
import io.virality.domain.finding.Effect;
import io.virality.domain.finding.Finding;
import io.virality.domain.finding.Hypothesis;
import io.virality.domain.finding.Trial;
import io.virality.domain.forecast.Forecast;
import io.virality.domain.forecast.GrowthDrivers;
import io.virality.domain.forecast.Metric;
import io.virality.domain.forecast.Report;
import io.virality.domain.ingest.AssumedTime;
import io.virality.domain.ingest.ImportSummary;
import io.virality.domain.ingest.Preview;
import io.virality.domain.ingest.QuarantinedRow;
import io.virality.domain.ingest.Rejection;
import io.virality.domain.ingest.RejectionGroup;
import io.virality.domain.insight.Chart;
import io.virality.domain.insight.Column;
import io.virality.domain.insight.Insight;
import io.virality.domain.insight.Measure;
import io.virality.domain.insight.Parameter;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.Statement;
import io.virality.domain.insight.Theme;
import io.virality.domain.insight.Topic;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.model.ModelCard;
import io.virality.domain.portfolio.Proposal;
import io.virality.domain.portfolio.Terms;
import io.virality.domain.recommendation.Brief;
import io.virality.domain.recommendation.Feedback;
import io.virality.domain.recommendation.RankingEvaluation;
import io.virality.domain.recommendation.Recommendations;
import io.virality.domain.response.ResponseStudy;
import io.virality.domain.response.StoredResponse;
import io.virality.domain.search.Lookalikes;
import io.virality.domain.search.SearchResult;
import io.virality.domain.segment.Segmentation;
import io.virality.domain.simulation.ErrorRates;
import io.virality.domain.virality.ViralityOutlook;
import io.virality.web.CreatorRoutes.SourceView;
import io.virality.web.ExperimentViews.AssignmentsView;
import io.virality.web.ExperimentViews.ExperimentView;
import io.virality.web.ExperimentViews.ExperimentsView;
import io.virality.web.ExperimentViews.OutlookView;
import io.virality.web.ExperimentViews.ReceiptView;
import io.virality.web.ForecastView.BacktestView;
import io.virality.web.ForecastView.CreatorForecastView;
import io.virality.web.ForecastView.ReportsView;
import io.virality.web.ModelViews.ModelView;
import io.virality.web.ModelViews.ModelsView;
import io.virality.web.ToldViews.ExposureView;
import io.virality.web.ToldViews.OutcomeView;
import io.virality.web.ToldViews.SummaryView;
import jakarta.inject.Inject;
import java.io.CharArrayWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The documents as JSON, and reports as HTML. The API answers with the same views, so both print the same. */
final class JsonDocuments implements Documents {

    private static final int SERIES_AT_A_TIME = 256;
    private static final int CHARACTERS_OF_A_SERIES = 1 << 13;

    @Inject
    JsonDocuments() {}

    @Override
    public String insight(Insight insight) {
        return Json.write(InsightView.of(insight));
    }

    @Override
    public String catalogue(List<Theme> themes) {
        return Json.write(CatalogueView.of(themes));
    }

    @Override
    public String findings(List<Finding> findings) {
        return Json.write(FindingsView.of(findings));
    }

    @Override
    public String analysis(Analysis analysis) {
        return Json.write(AnalysisView.of(analysis));
    }

    @Override
    public String analysisPage(Analysis analysis, List<String> notes) {
        return AnalysisPage.of(analysis, notes);
    }

    @Override
    public String resultsPage(Results results) {
        return AnalysisPage.of(results);
    }

    @Override
    public String errorRates(ErrorRates rates) {
        return Json.write(ErrorRatesView.of(rates));
    }

    /** Series become texts on all processors, a few at a time. */
    @Override
    public void forecasts(List<Forecast> forecasts, Writer to) {
        try {
            to.write("{\"series\":[");
            for (int from = 0; from < forecasts.size(); from += SERIES_AT_A_TIME) {
                List<CharArrayWriter> texts =
                        forecasts.subList(from, Math.min(forecasts.size(), from + SERIES_AT_A_TIME)).parallelStream()
                                .map(JsonDocuments::text)
                                .toList();
                for (int i = 0; i < texts.size(); i++) {
                    to.write(from + i == 0 ? "" : ",");
                    texts.get(i).writeTo(to);
                }
            }
            to.write("],\"backtests\":" + Json.write(BacktestView.tried(forecasts)) + "}");
        } catch (IOException e) {
            throw new UncheckedIOException("the forecasts cannot be written", e);
        }
    }

    private static CharArrayWriter text(Forecast forecast) {
        CharArrayWriter text = new CharArrayWriter(CHARACTERS_OF_A_SERIES);
        Json.write(ForecastView.of(forecast), text);
        return text;
    }

    @Override
    public String forecast(Forecast forecast, Metric metric, Origin origin) {
        return Json.write(CreatorForecastView.of(forecast, metric, origin));
    }

    @Override
    public String backtests(List<Report> reports) {
        return Json.write(ReportsView.of(reports));
    }

    @Override
    public String importSummary(ImportSummary summary) {
        return Json.write(ImportView.of(summary));
    }

    @Override
    public String preview(Preview preview) {
        return Json.write(PreviewView.of(preview));
    }

    @Override
    public String disagreements(Page<Disagreement> page, Statement statement) {
        return Json.write(DisagreementsView.of(page, statement));
    }

    @Override
    public String experiments(List<Standing> experiments) {
        return Json.write(ExperimentsView.of(experiments));
    }

    @Override
    public String experiment(Experiment experiment) {
        return Json.write(ExperimentView.of(experiment));
    }

    @Override
    public String assignments(String experiment, Optional<Experiment.State> state, List<Assignment> assignments) {
        return Json.write(AssignmentsView.of(experiment, state, assignments));
    }

    @Override
    public String results(Results results) {
        return Json.write(ResultsView.of(results));
    }

    @Override
    public String outlook(Outlook outlook) {
        return Json.write(OutlookView.of(outlook));
    }

    @Override
    public String models(List<ModelCard> cards) {
        return Json.write(ModelsView.of(cards));
    }

    @Override
    public String model(ModelCard card) {
        return Json.write(ModelView.of(card));
    }

    @Override
    public String drivers(Optional<GrowthDrivers> drivers, String missing) {
        return Json.write(drivers.map(DriversView::of).orElseGet(() -> DriversView.missing(missing)));
    }

    @Override
    public String classification(Classification classification) {
        return Json.write(ClassificationView.of(classification));
    }

    @Override
    public String lookalikes(Lookalikes lookalikes) {
        return Json.write(LookalikesView.of(lookalikes));
    }

    @Override
    public String portfolio(Proposal proposal) {
        return Json.write(PortfolioView.of(proposal));
    }

    @Override
    public Terms terms(String document) {
        return Json.read(document.getBytes(StandardCharsets.UTF_8), TermsView.class)
                .terms();
    }

    @Override
    public String search(SearchResult result) {
        return Json.write(SearchView.of(result));
    }

    @Override
    public String segments(Segmentation segmentation) {
        return Json.write(SegmentsView.of(segmentation));
    }

    @Override
    public String virality(ViralityOutlook outlook) {
        return Json.write(ViralityOutlookView.of(outlook));
    }

    @Override
    public String attribution(AttributedSales sales) {
        return Json.write(AttributionView.of(sales, Model.LAST_TOUCH, Integer.MAX_VALUE));
    }

    @Override
    public String holdout(Holdout holdout, boolean drawn, boolean simulated) {
        return Json.write(HoldoutView.of(holdout, drawn, simulated));
    }

    @Override
    public String response(ResponseStudy study, boolean simulated) {
        return Json.write(ResponseView.of(study, simulated));
    }

    @Override
    public String response(StoredResponse response) {
        return Json.write(StoredResponseView.of(response));
    }

    @Override
    public String efficiency(Efficiency efficiency, Optional<BigDecimal> mediaPrice) {
        return Json.write(EfficiencyView.of(efficiency, mediaPrice));
    }

    @Override
    public String recommendations(Recommendations recommendations) {
        return Json.write(RecommendationsView.of(recommendations));
    }

    @Override
    public String feedback(Brand brand, List<Feedback> feedback) {
        return Json.write(BrandFeedbackView.of(brand, feedback));
    }

    @Override
    public String rankers(RankingEvaluation evaluation) {
        return Json.write(RankingEvaluationView.of(evaluation));
    }

    @Override
    public Brief brief(String document) {
        return Json.read(document.getBytes(StandardCharsets.UTF_8), BriefView.class)
                .brief();
    }

    @Override
    public Design design(String document) {
        return Json.read(document.getBytes(StandardCharsets.UTF_8), DesignView.class)
                .design();
    }

    @Override
    public Iterator<Line<Exposure>> exposures(InputStream lines) {
        return new Ndjson<>(lines, Long.MAX_VALUE, ExposureView.class, ExposureView::exposure);
    }

    @Override
    public Iterator<Line<Outcome>> outcomes(InputStream lines) {
        return new Ndjson<>(lines, Long.MAX_VALUE, OutcomeView.class, OutcomeView::told);
    }

    @Override
    public Iterator<Line<Summary>> summaries(InputStream lines) {
        return new Ndjson<>(lines, Long.MAX_VALUE, SummaryView.class, SummaryView::summary);
    }

    @Override
    public String receipt(Receipt receipt) {
        return Json.write(ReceiptView.of(receipt));
    }

    record DisagreementsView(
            List<DisagreementView> disagreements, Optional<String> next, long total, StatementView sql, Origin data) {

        static DisagreementsView of(Page<Disagreement> page, Statement statement) {
            List<DisagreementView> views =
                    page.items().stream().map(DisagreementView::of).toList();
            List<Origin> origins = views.stream()
                    .flatMap(
                            view -> Stream.of(view.ruling().data(), view.other().data()))
                    .toList();
            return new DisagreementsView(
                    views,
                    page.next(),
                    page.total(),
                    StatementView.of(statement),
                    Origin.of(origins.contains(Origin.REAL), origins.contains(Origin.SIMULATED)));
        }
    }

    /** {@code ruling} is the value that is shown, {@code other} the one that lost. */
    record DisagreementView(
            Platform platform,
            Optional<String> platformId,
            Optional<String> handle,
            Disagreement.Field field,
            SaidView ruling,
            SaidView other) {

        static DisagreementView of(Disagreement disagreement) {
            Identity creator = disagreement.creator();
            return new DisagreementView(
                    creator.platform(),
                    creator.platformId(),
                    creator.handle().map(Handle::name),
                    disagreement.field(),
                    SaidView.of(disagreement.ruling()),
                    SaidView.of(disagreement.other()));
        }
    }

    record SaidView(String value, Instant observedAt, SourceView source, Origin data) {

        static SaidView of(Disagreement.Said said) {
            return new SaidView(
                    said.value(),
                    said.provenance().observedAt(),
                    SourceView.of(said.provenance()),
                    said.provenance().origin());
        }
    }

    @Override
    public String rejectedRow(QuarantinedRow row) {
        return Json.write(RejectedRowView.of(row));
    }

    /** {@code field} is the one that is wrong, {@code fields} is what was read of the row. */
    record RejectedRowView(
            String id,
            @JsonProperty("import") String run,
            String source,
            String position,
            String reason,
            Optional<String> field,
            String detail,
            String raw,
            Optional<Map<String, Object>> fields) {

        static RejectedRowView of(QuarantinedRow row) {
            Rejection rejection = row.rejection();
            return new RejectedRowView(
                    String.valueOf(row.number()),
                    String.valueOf(row.run()),
                    row.source(),
                    rejection.position(),
                    rejection.reason(),
                    rejection.field(),
                    rejection.detail(),
                    rejection.raw(),
                    rejection.fields().map(Json::object));
        }
    }

    record PreviewView(
            String version, Map<String, String> facts, List<Preview.Column> columns, List<PreviewRowView> rows) {

        static PreviewView of(Preview preview) {
            return new PreviewView(
                    preview.version(),
                    preview.facts(),
                    preview.columns(),
                    preview.rows().stream().map(PreviewRowView::of).toList());
        }
    }

    /** {@code rejected} only where the row would be. */
    record PreviewRowView(String line, String kind, Map<String, String> fields, Optional<String> rejected) {

        static PreviewRowView of(Preview.Row row) {
            Optional<String> rejected = row.rejection()
                    .map(refusal ->
                            refusal.detail().isEmpty() ? refusal.reason() : refusal.reason() + ": " + refusal.detail());
            return new PreviewRowView(row.position(), row.kind(), row.fields(), rejected);
        }
    }

    record InsightView(
            String insight,
            String question,
            DefinitionView definition,
            Map<String, Object> parameters,
            List<ColumnView> columns,
            List<Map<String, Object>> rows,
            long n,
            @JsonInclude(JsonInclude.Include.ALWAYS) Optional<Instant> asOf,
            List<String> computed,
            StatementView sql,
            Origin data,
            List<String> caveats,
            Chart chart) {

        static InsightView of(Insight insight) {
            Topic topic = insight.topic();
            return new InsightView(
                    topic.id(),
                    insight.question(),
                    DefinitionView.of(insight.measure()),
                    insight.parameters(),
                    topic.columns().stream().map(ColumnView::of).toList(),
                    insight.rows().stream().map(Row::values).toList(),
                    insight.n(),
                    insight.asOf(),
                    topic.computed(),
                    StatementView.of(insight.statement()),
                    insight.origin(),
                    insight.caveats(),
                    topic.chart());
        }
    }

    record DefinitionView(String id, String formula, String population) {

        static DefinitionView of(Measure measure) {
            return new DefinitionView(
                    measure.id(), measure.formula(), measure.population().noun());
        }
    }

    record ColumnView(String name, Column.Type type, Column.Unit unit, String meaning) {

        static ColumnView of(Column column) {
            return new ColumnView(column.name(), column.type(), column.unit(), column.meaning());
        }
    }

    record StatementView(String dialect, String text) {

        static StatementView of(Statement statement) {
            return new StatementView(statement.dialect(), statement.text());
        }
    }

    record CatalogueView(List<TopicView> insights) {

        static CatalogueView of(List<Theme> themes) {
            return new CatalogueView(themes.stream()
                    .flatMap(theme -> theme.topics().stream().map(topic -> TopicView.of(theme, topic)))
                    .toList());
        }
    }

    record TopicView(
            String id,
            String theme,
            String question,
            List<ParameterView> parameters,
            List<ColumnView> columns,
            Chart chart) {

        static TopicView of(Theme theme, Topic topic) {
            return new TopicView(
                    topic.id(),
                    theme.name(),
                    topic.question(),
                    topic.parameters().stream().map(ParameterView::of).toList(),
                    topic.columns().stream().map(ColumnView::of).toList(),
                    topic.chart());
        }
    }

    /** Without {@code default} where the data decides; with {@code choices} where there are some. */
    record ParameterView(
            String name,
            Parameter.Kind kind,
            @JsonProperty("default") Optional<String> usual,
            Optional<List<String>> choices,
            String meaning) {

        static ParameterView of(Parameter parameter) {
            return new ParameterView(
                    parameter.name(),
                    parameter.kind(),
                    Optional.of(parameter.usual()).filter(usual -> !usual.isEmpty()),
                    Optional.of(parameter.choices()).filter(choices -> !choices.isEmpty()),
                    parameter.meaning());
        }
    }

    /** {@code timeAssumed} only where rows do not say when they held. */
    record FindingsView(List<FindingView> findings) {

        static FindingsView of(List<Finding> findings) {
            return new FindingsView(findings.stream().map(FindingView::of).toList());
        }
    }

    /** {@code p} and what follows it only where the claim could be tested, {@code missing} only where it could not. */
    record FindingView(
            String id,
            String claim,
            Finding.Verdict verdict,
            Hypothesis hypothesis,
            List<EffectView> effects,
            OptionalDouble p,
            Optional<DefinitionView> definition,
            List<CheckView> checks,
            List<String> missing,
            List<String> caveats,
            @JsonInclude(JsonInclude.Include.ALWAYS) Optional<Instant> asOf,
            List<EvidenceView> evidence,
            Origin data) {

        static FindingView of(Finding finding) {
            Optional<Finding.Tested> tested =
                    finding instanceof Finding.Tested known ? Optional.of(known) : Optional.empty();
            Optional<Trial.Tested> trial = tested.map(Finding.Tested::trial);
            Claim claim = finding.claim();
            return new FindingView(
                    claim.id(),
                    claim.words(),
                    finding.verdict(),
                    claim.hypothesis(),
                    trial.map(Trial.Tested::effects).orElse(List.of()).stream()
                            .map(EffectView::of)
                            .toList(),
                    tested.stream().mapToDouble(Finding.Tested::p).findFirst(),
                    trial.map(test -> DefinitionView.of(test.question().measure())),
                    trial.map(Trial.Tested::checks).orElse(List.of()).stream()
                            .map(CheckView::of)
                            .toList(),
                    finding instanceof Finding.NotTestable silent ? silent.missing() : List.of(),
                    trial.map(Trial.Tested::caveats).orElse(List.of()),
                    finding.grounds().asOf(),
                    finding.grounds().statements().entrySet().stream()
                            .map(entry -> new EvidenceView(entry.getKey(), StatementView.of(entry.getValue())))
                            .toList(),
                    finding.grounds().origin());
        }
    }

    /** {@code low} and {@code high} are the ends of the 95 % interval; {@code p} is not corrected. */
    record EffectView(
            String effect,
            double estimate,
            double low,
            double high,
            double reference,
            double p,
            List<Effect.Group> groups) {

        static EffectView of(Effect effect) {
            return new EffectView(
                    effect.name(),
                    effect.estimate(),
                    effect.interval().low(),
                    effect.interval().high(),
                    effect.reference(),
                    effect.p(),
                    effect.groups());
        }
    }

    record CheckView(String check, Check.Agreement says, Optional<EffectView> effect) {

        static CheckView of(Check check) {
            return new CheckView(check.name(), check.says(), check.effect().map(EffectView::of));
        }
    }

    record EvidenceView(String evidence, StatementView sql) {}

    record ImportView(
            String source,
            long read,
            long stored,
            long updated,
            long unchanged,
            long rejected,
            double seconds,
            List<RejectionView> rejections,
            String version,
            Origin data,
            Optional<AssumedTime> timeAssumed) {

        static ImportView of(ImportSummary summary) {
            return new ImportView(
                    summary.source(),
                    summary.read(),
                    summary.tally().stored(),
                    summary.tally().updated(),
                    summary.tally().unchanged(),
                    summary.rejected(),
                    summary.duration().toMillis() / 1000.0,
                    summary.rejections().stream().map(RejectionView::of).toList(),
                    summary.version(),
                    summary.origin(),
                    summary.assumedTime());
        }
    }

    /** {@code firstLine} is a number where the source's positions are line numbers. */
    record RejectionView(String reason, long count, Object firstLine, String example) {

        private static final String LINE_NUMBER = "[0-9]{1,18}";

        static RejectionView of(RejectionGroup group) {
            String position = group.firstPosition();
            Object line = position.matches(LINE_NUMBER) ? (Object) Long.valueOf(position) : position;
            return new RejectionView(group.reason(), group.count(), line, group.example());
        }
    }
}
