package io.virality.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.virality.application.port.Documents;
import io.virality.domain.creator.Origin;
import io.virality.domain.ingest.AssumedTime;
import io.virality.domain.ingest.ImportSummary;
import io.virality.domain.ingest.Preview;
import io.virality.domain.ingest.RejectionGroup;
import io.virality.domain.insight.Chart;
import io.virality.domain.insight.Column;
import io.virality.domain.insight.Insight;
import io.virality.domain.insight.Measure;
import io.virality.domain.insight.Parameter;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.Statement;
import io.virality.domain.insight.Topic;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The documents as JSON. The API answers with the same views, so both print the same. */
final class JsonDocuments implements Documents {

    @Inject
    JsonDocuments() {}

    @Override
    public String insight(Insight insight) {
        return Json.write(InsightView.of(insight));
    }

    @Override
    public String catalogue(List<Topic> topics) {
        return Json.write(CatalogueView.of(topics));
    }

    @Override
    public String importSummary(ImportSummary summary) {
        return Json.write(ImportView.of(summary));
    }

    @Override
    public String preview(Preview preview) {
        return Json.write(PreviewView.of(preview));
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

        static CatalogueView of(List<Topic> topics) {
            return new CatalogueView(topics.stream().map(TopicView::of).toList());
        }
    }

    record TopicView(
            String id, String question, List<ParameterView> parameters, List<ColumnView> columns, Chart chart) {

        static TopicView of(Topic topic) {
            return new TopicView(
                    topic.id(),
                    topic.question(),
                    topic.parameters().stream().map(ParameterView::of).toList(),
                    topic.columns().stream().map(ColumnView::of).toList(),
                    topic.chart());
        }
    }

    /** Without {@code default} where the data decides. */
    record ParameterView(
            String name,
            Parameter.Kind kind,
            @JsonProperty("default") Optional<String> usual,
            List<String> choices,
            String meaning) {

        static ParameterView of(Parameter parameter) {
            return new ParameterView(
                    parameter.name(),
                    parameter.kind(),
                    Optional.of(parameter.usual()).filter(usual -> !usual.isEmpty()),
                    parameter.choices(),
                    parameter.meaning());
        }
    }

    /** {@code timeAssumed} only where rows do not say when they held. */
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
