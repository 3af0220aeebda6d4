package io.virality.persistence;

import static io.virality.application.port.Observations.NEXT_DAY;
import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.counts;
import static io.virality.application.port.Observations.identity;
import static io.virality.application.port.Observations.many;
import static io.virality.application.port.Observations.manyDays;
import static io.virality.application.port.Observations.manyPayments;
import static io.virality.application.port.Observations.manySales;
import static io.virality.application.port.Observations.manyVideos;
import static io.virality.application.port.Observations.profile;
import static io.virality.application.port.Observations.salesOfVideos;
import static io.virality.application.port.Observations.streaks;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.virality.application.port.Experiments;
import io.virality.application.port.ExperimentsContract;
import io.virality.application.port.StoredPorts;
import io.virality.domain.creator.Disagreement;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Tiers;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.experiment.Breakdown;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Measured;
import io.virality.domain.experiment.Metric;
import io.virality.domain.experiment.RegisteredMetric;
import io.virality.domain.insight.Arguments;
import io.virality.domain.insight.Catalogue;
import io.virality.domain.insight.Column;
import io.virality.domain.insight.CreatorBehaviour;
import io.virality.domain.insight.CreatorSponsorships;
import io.virality.domain.insight.CreatorVideos;
import io.virality.domain.insight.Dimension;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.MarketplaceUnits;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.Statement;
import io.virality.domain.insight.Topic;
import io.virality.domain.insight.VideoHistory;
import io.virality.domain.insight.Work;
import io.virality.domain.stats.Figures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every statement, pasted into the plain sqlite3 shell, gives what the product shows. */
class PastedStatementTest {

    private static final Catalogue CATALOGUE = new Catalogue(Tiers.STANDARD);

    @TempDir
    Path folder;

    static Stream<Topic> topics() {
        return CATALOGUE.topics().stream();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void a_pasted_statement_gives_the_same(Topic topic) throws IOException, InterruptedException {
        Path file = folder.resolve("pasted.db");
        Evidence evidence;
        try (PersistenceModule module = PersistenceModule.creating(file)) {
            StoredPorts ports = TestDatabase.of(module);
            ports.creators().record(many(400, 17));
            ports.creators().record(manyDays(400, 19));
            ports.videos().record(manyVideos(400, 18));
            ports.creators().refresh();
            ports.facts().record(manySales(400, 19));
            Arguments arguments = Arguments.read(topic.parameters(), Map.of(), Set.of());
            evidence = ports.insightQueries().gather(CATALOGUE.ask(topic, arguments));
        }
        assertSamePasted(file, topic, evidence);
    }

    @Test
    void a_pasted_history_of_videos_is_the_same() throws IOException, InterruptedException {
        Path file = folder.resolve("videos.db");
        Evidence evidence;
        try (PersistenceModule module = PersistenceModule.creating(file)) {
            StoredPorts ports = TestDatabase.of(module);
            ports.creators().record(many(20, 17));
            ports.videos().record(manyVideos(20, 18));
            ports.facts().record(salesOfVideos(20, 19));
            ports.creators().refresh();
            evidence = ports.insightQueries().gather(new VideoHistory());
        }
        assertSamePasted(file, new VideoHistory().topic(), evidence);
    }

    @Test
    void the_pasted_work_of_a_creator_is_the_same() throws IOException, InterruptedException {
        Path file = folder.resolve("work.db");
        Handle creator = identity("creator_1").handle().orElseThrow();
        List<Work> works = List.of(
                new CreatorVideos(creator, CreatorVideos.Order.FURTHEST_ABOVE, 1, 20),
                new CreatorSponsorships(creator, CreatorSponsorships.Order.NEWEST, 0, 20));
        List<Evidence> told;
        try (PersistenceModule module = PersistenceModule.creating(file)) {
            StoredPorts ports = TestDatabase.of(module);
            ports.creators().record(many(2, 17));
            ports.videos().record(streaks(2, 20, 18));
            ports.facts().record(manyPayments(2, 19));
            ports.facts().record(salesOfVideos(2, 20));
            ports.creators().refresh();
            told = works.stream().map(ports.insightQueries()::gather).toList();
        }
        for (int i = 0; i < works.size(); i++) {
            assertSamePasted(file, works.get(i).topic(), told.get(i));
        }
    }

    @Test
    void the_pasted_behaviour_of_creators_is_the_same() throws IOException, InterruptedException {
        Path file = folder.resolve("behaviour.db");
        CreatorBehaviour question = new CreatorBehaviour(RateDefinition.PROVIDER);
        Evidence evidence;
        try (PersistenceModule module = PersistenceModule.creating(file)) {
            StoredPorts ports = TestDatabase.of(module);
            ports.creators().record(many(20, 17));
            ports.videos().record(manyVideos(20, 18));
            ports.facts().record(manySales(20, 19));
            ports.creators().refresh();
            evidence = ports.insightQueries().gather(question);
        }
        assertEquals(20, evidence.rows().size());
        assertSamePasted(file, question.topic(), evidence);
    }

    @ParameterizedTest
    @EnumSource
    void what_a_market_cost_is_the_same_when_pasted(Dimension grouped) throws IOException, InterruptedException {
        Path file = folder.resolve(grouped.id() + ".db");
        MarketplaceUnits question = new MarketplaceUnits(
                grouped, Optional.of(NOON.minusSeconds(80_000)), Optional.of(NEXT_DAY), Tiers.STANDARD);
        Evidence evidence;
        try (PersistenceModule module = PersistenceModule.creating(file)) {
            StoredPorts ports = TestDatabase.of(module);
            ports.creators().record(many(20, 17));
            ports.videos().record(manyVideos(20, 18));
            ports.facts().record(manySales(20, 19));
            ports.facts().record(manyPayments(20, 20));
            ports.creators().refresh();
            evidence = ports.insightQueries().gather(question);
        }
        assertSamePasted(file, question.topic(), evidence);
    }

    @Test
    void pasted_disagreements_are_the_same() throws IOException, InterruptedException {
        Path file = folder.resolve("disputed.db");
        List<Disagreement> found;
        Statement statement;
        try (PersistenceModule module = PersistenceModule.creating(file)) {
            StoredPorts ports = TestDatabase.of(module);
            ports.creators()
                    .record(List.of(
                            profile("alice", "US", 5, .1, by("survey", NOON)),
                            profile("alice", "it's", 6, .1, by("census", NEXT_DAY)),
                            counts("alice", 7, by("census", NOON))));
            found = ports.disagreements().find(Optional.empty(), 0, 10).items();
            statement = ports.disagreements().statement(Optional.empty(), 0, 10);
        }
        List<List<String>> pasted = shell(file, statement.text());
        assertEquals(
                found.stream()
                        .map(each -> List.of(
                                each.field().id(),
                                each.ruling().value(),
                                each.ruling().provenance().source(),
                                each.other().value(),
                                each.other().provenance().source()))
                        .toList(),
                pasted.stream()
                        .map(row -> List.of(row.get(3), row.get(4), row.get(5), row.get(10), row.get(11)))
                        .toList());
        assertEquals(3, pasted.size());
    }

    @Test
    void a_pasted_metric_of_an_experiment_is_the_same() throws IOException, InterruptedException {
        Path file = folder.resolve("experiment.db");
        List<Measured> measured = new ArrayList<>();
        try (PersistenceModule module = PersistenceModule.creating(file)) {
            Experiments experiments = TestDatabase.of(module).experiments();
            Experiment experiment = ExperimentsContract.told(experiments, 100, 23);
            for (RegisteredMetric metric : experiment.design().metrics()) {
                measured.add(experiments.measure(
                        experiment, metric, new Breakdown.BySegment("tier"), NEXT_DAY.plus(Duration.ofDays(1))));
            }
        }
        for (Measured metric : measured) {
            List<List<String>> pasted = shell(file, metric.statement().text());
            assertEquals(metric.cells().size(), pasted.size());
            for (int i = 0; i < pasted.size(); i++) {
                Measured.Cell cell = metric.cells().get(i);
                List<String> row = pasted.get(i);
                assertEquals(List.of(cell.variation(), cell.group()), row.subList(0, 2));
                assertEquals(cell.statistics().units(), Long.parseLong(row.get(2)));
                if (metric.measurement().kind() != Metric.Kind.RATIO) {
                    assertEquals(cell.statistics().value(), Double.parseDouble(row.get(4)), 1e-9);
                }
            }
        }
    }

    private static void assertSamePasted(Path file, Topic topic, Evidence evidence)
            throws IOException, InterruptedException {
        List<List<String>> pasted = shell(file, evidence.statement().text());
        if (topic.columns().stream().allMatch(Column::computed)) {
            if (evidence.rows().isEmpty()) {
                assertSameFigures(evidence.figures(), pasted);
            } else {
                assertSameTraits(evidence, pasted);
            }
            return;
        }
        assertFalse(evidence.rows().isEmpty());
        assertEquals(evidence.rows().size(), pasted.size());
        for (int i = 0; i < pasted.size(); i++) {
            compare(topic, evidence.rows().get(i), pasted.get(i));
        }
    }

    /** Units of which too little is known to go into any figure are left out. */
    private static void assertSameFigures(Figures figures, List<List<String>> pasted) {
        List<String> names = figures.names();
        assertTrue(figures.size() > 0);
        List<List<String>> units = pasted.stream()
                .map(row -> row.subList(0, names.size()))
                .filter(row -> row.stream().filter(value -> !value.isEmpty()).count() > 1)
                .toList();
        assertEquals(figures.size(), units.size());
        for (int column = 0; column < names.size(); column++) {
            double[] values = figures.column(names.get(column));
            for (int i = 0; i < values.length; i++) {
                String pastedValue = units.get(i).get(column);
                if (Double.isNaN(values[i])) {
                    assertEquals("", pastedValue, names.get(column));
                } else {
                    assertEquals(
                            values[i],
                            Double.parseDouble(pastedValue),
                            1e-12 * (1 + Math.abs(values[i])),
                            names.get(column));
                }
            }
        }
    }

    /** What is pasted tells a creator, a value, and what the video has in common with others. */
    private static void assertSameTraits(Evidence evidence, List<List<String>> pasted) {
        boolean hashtags = evidence.rows().get(0).values().containsKey("hashtag");
        double[] rows = evidence.figures().column("row");
        double[] values = evidence.figures().column("value");
        for (int i = 0; i < evidence.rows().size(); i++) {
            int row = i;
            String trait = pastedTrait(evidence.rows().get(i));
            double[] gathered = IntStream.range(0, rows.length)
                    .filter(video -> rows[video] == row)
                    .mapToDouble(video -> values[video])
                    .sorted()
                    .toArray();
            double[] told = pasted.stream()
                    .filter(video -> hashtags
                            ? List.of(video.get(2).split(" ")).contains(trait)
                            : video.get(2).equals(trait))
                    .mapToDouble(video -> Double.parseDouble(video.get(1)))
                    .sorted()
                    .toArray();
            assertArrayEquals(told, gathered, 1e-9, trait);
            assertEquals(gathered.length, evidence.rows().get(i).count("n"), trait);
        }
    }

    private static String pastedTrait(Row row) {
        return row.values().containsKey("weekday")
                ? Long.toString((row.count("weekday") - 1) * 24 + row.count("hour"))
                : row.values().values().iterator().next().toString();
    }

    private static void compare(Topic topic, Row row, List<String> pasted) {
        List<Column> columns =
                topic.columns().stream().filter(column -> !column.computed()).toList();
        assertEquals(columns.size(), pasted.size());
        for (int i = 0; i < pasted.size(); i++) {
            Column column = columns.get(i);
            Object value = row.values().get(column.name());
            if (value instanceof Double number) {
                assertEquals(number, Double.parseDouble(pasted.get(i)), 1e-12 * (1 + Math.abs(number)), column.name());
            } else {
                assertEquals(value == null ? "" : value.toString(), pasted.get(i), column.name());
            }
        }
    }

    private static List<List<String>> shell(Path file, String statement) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder("sqlite3", "-readonly", "-separator", "\u001f", file.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "the sqlite3 shell is not installed: pasted statements are not tested");
            throw e;
        }
        try (var input = process.outputWriter(StandardCharsets.UTF_8)) {
            input.write(statement + ";");
        }
        List<List<String>> rows = new ArrayList<>();
        for (String line : new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
            rows.add(Arrays.asList(line.split("\u001f", -1)));
        }
        assertEquals(0, process.waitFor(), rows.toString());
        return rows;
    }
}
