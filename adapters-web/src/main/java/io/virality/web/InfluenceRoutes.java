package io.virality.web;

import io.virality.application.Failure;
import io.virality.application.insight.AnswerInsight;
import io.virality.domain.creator.Origin;
import io.virality.domain.engagement.InfluenceScore.Part;
import io.virality.domain.engagement.InfluenceScore.Weights;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.insight.InfluenceRanking;
import io.virality.domain.insight.Insight;
import io.virality.domain.insight.Row;
import io.virality.web.JsonDocuments.DefinitionView;
import io.virality.web.JsonDocuments.StatementView;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A creator's influence score, taken apart. */
final class InfluenceRoutes implements Routes {

    private final AnswerInsight answerInsight;

    /** {@code n} is how many creators it is compared with. No {@code score} where too little is known. */
    record InfluenceView(
            String handle,
            String tier,
            OptionalDouble score,
            List<PartView> parts,
            Optional<String> note,
            DefinitionView definition,
            Map<String, Object> parameters,
            long n,
            Optional<Instant> asOf,
            StatementView sql,
            Origin data,
            List<String> caveats) {

        static InfluenceView of(Insight insight, Row row) {
            Weights weights = Weights.parse((String) insight.parameters().get("weights"));
            return new InfluenceView(
                    row.text("handle"),
                    row.text("tier"),
                    number(row, "score"),
                    Arrays.stream(Part.values())
                            .map(part -> PartView.of(row, part, weights))
                            .toList(),
                    Optional.ofNullable(row.text("note")),
                    DefinitionView.of(insight.measure()),
                    insight.parameters(),
                    insight.n(),
                    insight.asOf(),
                    StatementView.of(insight.statement()),
                    insight.origin(),
                    insight.caveats());
        }
    }

    /** {@code points} of all parts sum to the score; what is not known is left out and gives none. */
    record PartView(
            Part part,
            String figure,
            OptionalDouble value,
            OptionalDouble percentile,
            int weight,
            OptionalDouble points) {

        static PartView of(Row row, Part part, Weights weights) {
            String figure = InfluenceRanking.figure(part);
            return new PartView(
                    part,
                    figure,
                    number(row, figure),
                    number(row, InfluenceRanking.percentile(part)),
                    weights.of(part),
                    number(row, InfluenceRanking.points(part)));
        }
    }

    @Inject
    InfluenceRoutes(AnswerInsight answerInsight) {
        this.answerInsight = answerInsight;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.get(
                "/api/v1/creators/{handle}/influence",
                "A creator's influence score from 0 to 100, and what each part of it gives",
                List.of(
                        Parameter.inPath("handle", "its name on the platform, with or without @"),
                        Parameter.text("weights", "how much each part weighs, by default " + Weights.STANDARD),
                        Parameter.oneOf(
                                Arrays.stream(RateDefinition.values())
                                        .map(RateDefinition::id)
                                        .toList(),
                                "definition",
                                "engagement rate meant; by default the provider's where there is one"),
                        Parameter.text("currency", "currency in which sales count"),
                        Parameter.count("minimum", "among fewer creators than this nobody is compared")),
                InfluenceView.class,
                this::explain));
    }

    private InfluenceView explain(Query query) {
        String handle = query.path("handle");
        Map<String, String> asked = new LinkedHashMap<>(query.values());
        asked.put("handle", handle);
        Insight insight = answerInsight.answer(InfluenceRanking.ID, asked);
        Row row = insight.rows().stream()
                .findFirst()
                .orElseThrow(() -> Failure.notFound("no creator " + handle + " with a known number of followers and "
                        + insight.parameters().get("definition")));
        return InfluenceView.of(insight, row);
    }

    private static OptionalDouble number(Row row, String column) {
        double value = row.number(column);
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
