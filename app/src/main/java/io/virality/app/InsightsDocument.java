package io.virality.app;

import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.insight.Arguments;
import io.virality.domain.insight.Catalogue;
import io.virality.domain.insight.Column;
import io.virality.domain.insight.Measure;
import io.virality.domain.insight.Parameter;
import io.virality.domain.insight.Theme;
import io.virality.domain.insight.Topic;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The catalogue as a page of Markdown. What several entries share is explained once, before them. */
final class InsightsDocument {

    private static final String HEAD = """
            # Insights

            <!-- Written from the catalogue: ./virality document-insights > docs/insights.md -->

            What can be asked of the data, and what exactly the answers mean. `./virality insights ID` answers in the
            terminal, `GET /api/v1/insights/ID` over HTTP, and the dashboard draws it. Each answer also says on how many
            units it rests (`n`), as of when, whether they are real or simulated, what the reader must know (`caveats`), and
            the SQL that gave it, which runs as it stands in the `sqlite3` shell. Columns marked † are computed outside that
            SQL. Fractions are parts of one: .025 is 2.5 %. The tiers in force are a [setting](cli.md#settings).

            Medians have percentile bootstrap intervals by order statistics
            ([why](decisions/0009-median-bootstrap-by-order-statistics.md)). The statistics themselves, with their sources:
            `domain/…/stats`.
            """;

    private final Catalogue catalogue;
    private final Map<String, Set<Measure>> measures = new LinkedHashMap<>();
    private final Set<Parameter> shared;
    private final StringBuilder text = new StringBuilder(HEAD);

    InsightsDocument(Catalogue catalogue) {
        this.catalogue = catalogue;
        catalogue.topics().forEach(topic -> measures.put(topic.id(), measures(topic)));
        Set<Parameter> seen = new LinkedHashSet<>();
        this.shared = catalogue.topics().stream()
                .flatMap(topic -> topic.parameters().stream())
                .filter(parameter -> !seen.add(parameter))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    String text() {
        contents();
        measures();
        heading("## Shared parameters");
        parameters(shared);
        for (Theme theme : catalogue.themes()) {
            heading("## " + theme.name());
            theme.topics().forEach(this::topic);
        }
        return text.toString();
    }

    /** What it measures: under each definition, where it can be asked under several. */
    private Set<Measure> measures(Topic topic) {
        Set<Measure> measured = new LinkedHashSet<>();
        for (RateDefinition definition : RateDefinition.values()) {
            Arguments usual = Arguments.read(topic.parameters(), Map.of(), Set.of(definition));
            measured.add(catalogue.ask(topic, usual).measure());
        }
        return measured;
    }

    private void contents() {
        for (Theme theme : catalogue.themes()) {
            heading("**" + theme.name() + "**");
            for (Topic topic : theme.topics()) {
                line("- [`%s`](#%s): %s", topic.id(), topic.id(), topic.question());
            }
        }
    }

    private void measures() {
        heading("## Measures");
        line("| measure | of | formula |");
        line("| --- | --- | --- |");
        measures.values().stream()
                .flatMap(Collection::stream)
                .distinct()
                .forEach(measure -> line(
                        "| `%s` | %s | %s |", measure.id(), measure.population().noun(), cell(measure.formula())));
    }

    private void topic(Topic topic) {
        heading("### " + topic.id());
        line("%s", topic.question());
        line("");
        Set<Measure> measured = measures.get(topic.id());
        line(
                "[Measure](#measures) of %s: %s.%s Chart: %s.",
                measured.iterator().next().population().noun(),
                measured.stream().map(measure -> "`" + measure.id() + "`").collect(Collectors.joining(" or ")),
                minimum(topic),
                word(topic.chart()));
        if (!topic.parameters().isEmpty()) {
            line("");
            line(
                    "[Parameters](#shared-parameters): %s.",
                    topic.parameters().stream()
                            .map(parameter -> "`" + parameter.name() + "`")
                            .collect(Collectors.joining(", ")));
        }
        List<Parameter> own = topic.parameters().stream()
                .filter(parameter -> !shared.contains(parameter))
                .toList();
        if (!own.isEmpty()) {
            line("");
            parameters(own);
        }
        columns(topic.columns());
    }

    private static String minimum(Topic topic) {
        return topic.parameters().stream()
                .filter(parameter -> parameter.name().equals("minimum"))
                .map(parameter -> " Minimum n: " + parameter.usual() + " (" + parameter.meaning() + ").")
                .findFirst()
                .orElse("");
    }

    private void parameters(Collection<Parameter> parameters) {
        line("| parameter | default | meaning |");
        line("| --- | --- | --- |");
        for (Parameter parameter : parameters) {
            String choices = parameter.choices().isEmpty() ? "" : ": " + String.join(", ", parameter.choices());
            line(
                    "| `%s` | %s | %s |",
                    parameter.name(),
                    parameter.usual().isEmpty() ? "" : "`" + parameter.usual() + "`",
                    cell(parameter.meaning() + choices));
        }
    }

    private void columns(List<Column> columns) {
        line("");
        line("| column | unit | meaning |");
        line("| --- | --- | --- |");
        for (Column column : columns) {
            line(
                    "| `%s`%s | %s | %s |",
                    column.name(), column.computed() ? " †" : "", word(column.unit()), cell(column.meaning()));
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String cell(String words) {
        return words.replace("|", "\\|");
    }

    private void heading(String words) {
        if (!text.toString().endsWith("\n\n")) {
            line("");
        }
        line(words);
        line("");
    }

    private void line(String pattern, Object... values) {
        text.append(values.length == 0 ? pattern : String.format(Locale.ROOT, pattern, values))
                .append('\n');
    }
}
