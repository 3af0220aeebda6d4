package io.virality.domain.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.virality.domain.creator.Tiers;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.stats.Figures;
import io.virality.domain.stats.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {

    private static final Catalogue CATALOGUE = new Catalogue(Tiers.STANDARD);

    /** Columns of rows that the store puts together itself. */
    private static final Set<String> GATHERED = Set.of("time", "weekday", "hour", "hashtag", "sound", "creators", "n");

    @Test
    void it_lists_what_can_be_asked() {
        List<String> ids = CATALOGUE.topics().stream().map(Topic::id).toList();
        assertEquals("viral-creators", ids.get(0));
        assertEquals(ids.size(), Set.copyOf(ids).size(), "no id twice");
    }

    @Test
    void an_unknown_question_is_absent() {
        assertEquals(Optional.empty(), CATALOGUE.topic("viral"));
    }

    static List<Topic> topics() {
        return CATALOGUE.topics();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void a_question_is_asked_as_its_entry_says(Topic topic) {
        assertEquals(Optional.of(topic), CATALOGUE.topic(topic.id()));

        Question question = CATALOGUE.ask(topic, usual(topic));

        assertEquals(topic, question.topic());
        assertFalse(question.measure().formula().isBlank());
        assertFalse(question.words().isBlank());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void an_answer_has_the_columns_of_its_entry_in_their_order(Topic topic) {
        Row stored = new Row(Map.of());
        for (Column column : topic.columns()) {
            if (!column.computed() || GATHERED.contains(column.name())) {
                stored = stored.with(column.name(), example(column));
            }
        }
        Evidence evidence = Given.evidence(List.of(stored), Map.of("some", Sample.of(.1, .2, .3)))
                .with(figures());

        Conclusion conclusion = CATALOGUE.ask(topic, usual(topic)).conclude(evidence);

        for (Row row : conclusion.rows()) {
            assertEquals(
                    topic.columns().stream().map(Column::name).toList(),
                    new ArrayList<>(row.values().keySet()));
        }
    }

    @Test
    void the_tiers_in_force_reach_the_questions() {
        Tiers tiers = Tiers.parse("small:0, large:100");
        Catalogue catalogue = new Catalogue(tiers);
        Topic topic = catalogue.topic("engagement-by-tier").orElseThrow();

        GroupComparison question = (GroupComparison) catalogue.ask(topic, usual(topic));

        assertEquals(tiers, question.tiers());
    }

    /** Of three units everything that any question asks for; they all belong to the first row. */
    private static Figures figures() {
        Map<String, double[]> figures = new HashMap<>();
        Stream.of(Quantity.OF_VIDEOS, Quantity.OF_CREATORS)
                .flatMap(List::stream)
                .forEach(quantity -> figures.put(quantity.id(), new double[] {1, 2, 3}));
        EngagementDrivers.FIGURES.forEach(driver -> figures.put(driver, new double[] {1, 2, 3}));
        ViewsByTrait.FIGURES.forEach(column -> figures.put(column, new double[] {1, 2, 3}));
        figures.put("row", new double[3]);
        return new Figures(figures);
    }

    private static Arguments usual(Topic topic) {
        return Arguments.read(topic.parameters(), Map.of(), Set.of(RateDefinition.BY_VIEWS));
    }

    private static Object example(Column column) {
        return switch (column.type()) {
            case TEXT ->
                switch (column.name()) {
                    // Any row's first two texts may name quantities.
                    case "first", "second" -> Quantity.VIEWS.id();
                    case "day" -> "2026-01-01";
                    default -> "some";
                };
            case INTEGER -> 1_000_000L;
            case NUMBER -> .5;
            case BOOLEAN -> true;
            case TIME -> "2026-01-01T00:00:00Z";
        };
    }
}
