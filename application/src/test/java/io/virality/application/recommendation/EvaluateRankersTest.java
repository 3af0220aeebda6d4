package io.virality.application.recommendation;

import static io.virality.application.port.CreatorTextsContract.saying;
import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.by;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.application.Failure;
import io.virality.application.port.InMemoryTextEmbedder;
import io.virality.application.port.PartnerClassifier;
import io.virality.application.port.StoredPorts;
import io.virality.application.port.Tables;
import io.virality.application.port.TextEmbedder;
import io.virality.application.recommendation.EvaluateRankers.Question;
import io.virality.domain.creator.Tiers;
import io.virality.domain.model.ModelCard;
import io.virality.domain.model.ModelKind;
import io.virality.domain.recommendation.Brief;
import io.virality.domain.recommendation.Order;
import io.virality.domain.recommendation.Ordering;
import io.virality.domain.recommendation.RankingEvaluation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvaluateRankersTest {

    private static final List<String> BRANDS = List.of("fizzy", "gadgeta", "hikers", "juicer", "kitely", "lampion");
    private static final List<String> COLUMNS = List.of("first", "brand", "user_name", "strongest_evidence");

    private final StoredPorts ports = StoredPorts.inMemory();
    private final List<String> read = new ArrayList<>();
    private final List<double[]> learntFrom = new ArrayList<>();

    /** Notes what it reads. */
    private final class Noting implements TextEmbedder {
        private final TextEmbedder words = new InMemoryTextEmbedder();

        @Override
        public String name() {
            return words.name();
        }

        @Override
        public int dimension() {
            return words.dimension();
        }

        @Override
        public float[][] embed(List<String> texts, IntConsumer progress) {
            read.addAll(texts);
            return words.embed(texts, progress);
        }
    }

    /** Learns nothing, and notes from what. */
    private final class Unwilling implements PartnerClassifier {
        @Override
        public String library() {
            return "none";
        }

        @Override
        public double[] odds(double[][] pairs, boolean[] partners, double[][] asked, long seed) {
            learntFrom.addAll(List.of(pairs));
            return new double[asked.length];
        }
    }

    /** One table of texts and days. */
    private record Written(List<String> columns, List<List<String>> rows) implements Tables {

        @Override
        public List<String> columns(Path file) {
            return columns;
        }

        @Override
        public List<List<String>> read(
                List<Path> files, List<Column> asked, Supplier<Reader> readers, Progress progress) {
            List<List<String>> labels = asked.stream()
                    .map(column -> cells(column).stream()
                            .filter(cell -> !cell.isEmpty())
                            .distinct()
                            .toList())
                    .toList();
            readers.get().read(new Batch() {
                @Override
                public int size() {
                    return rows.size();
                }

                @Override
                public int file() {
                    return 0;
                }

                @Override
                public double[] numbers(int column) {
                    return cells(asked.get(column)).stream()
                            .mapToDouble(cell -> cell.isEmpty()
                                    ? Double.NaN
                                    : LocalDate.parse(cell).toEpochDay())
                            .toArray();
                }

                @Override
                public int[] labels(int column) {
                    return cells(asked.get(column)).stream()
                            .mapToInt(labels.get(column)::indexOf)
                            .toArray();
                }

                @Override
                public long[] keys(int column) {
                    throw new UnsupportedOperationException("no keys are asked for");
                }
            });
            return labels;
        }

        private List<String> cells(Column column) {
            int place = columns.indexOf(column.name());
            return rows.stream().map(row -> row.get(place)).toList();
        }

        @Override
        public List<Place> places(Path file, String column, Set<Long> keys) {
            throw new UnsupportedOperationException("no keys are asked for");
        }
    }

    private RankingEvaluation evaluate(List<String> columns, List<List<String>> rows) {
        return new EvaluateRankers(
                        ports.portraits(),
                        new Written(columns, rows),
                        new Noting(),
                        new Unwilling(),
                        ports.models(),
                        ports.transactions(),
                        Clock.fixed(NOON, ZoneOffset.UTC),
                        Tiers.STANDARD)
                .evaluate(new Question(Path.of("pairs.csv"), 1), progress -> {});
    }

    /** More than are read at once. */
    private void creators(int count) {
        ports.creators()
                .record(IntStream.range(0, count)
                        .mapToObj(i -> saying(
                                "c" + i,
                                i == 3 ? "proud partner of Fizzy" : "bread and number " + i,
                                "en",
                                null,
                                by("files", NOON)))
                        .toList());
        ports.creators().refresh();
    }

    /** Each brand has two partners that began on different days. */
    private static List<List<String>> partnerships() {
        List<List<String>> rows = new ArrayList<>();
        for (int b = 0; b < BRANDS.size(); b++) {
            rows.add(List.of("2020-01-01", BRANDS.get(b), "@C" + b, "contract"));
            rows.add(List.of("2020-06-0" + (b + 1), BRANDS.get(b), "c" + (b + 100), "brand-tag-only"));
        }
        return rows;
    }

    @Test
    void all_creators_are_ranked_for_the_brands_of_the_known_ones() {
        creators(620);
        List<List<String>> rows = new ArrayList<>(partnerships());
        rows.add(List.of("", "fizzy", "nobody", "contract"));
        rows.add(List.of("", "", "c7", "contract"));
        rows.add(List.of("2020-03-01", "FIZZY ", "c0", "brand-tag-only"));

        RankingEvaluation evaluation = evaluate(COLUMNS, rows);

        assertEquals(620, evaluation.creators());
        assertEquals(12, evaluation.partnerships(), "what is said twice of a pair counts once");
        assertEquals(6, evaluation.weak());
        assertEquals(1, evaluation.unknown());
        assertEquals(6, evaluation.newBrand().brands());
        assertEquals(12, evaluation.newBrand().partners());
        assertEquals(6, evaluation.nextPartner().orElseThrow().partners());
        assertFalse(learntFrom.isEmpty());
    }

    @Test
    void briefs_are_ordered_by_what_was_found_best_unless_they_ask_for_another_order() {
        creators(620);
        assertEquals(Order.SCORE, ordering(Brief.of("bread")).by(), "nothing was compared yet");

        RankingEvaluation evaluation = evaluate(COLUMNS, partnerships());

        ModelCard card = ports.models().newest(ModelKind.RANKING).orElseThrow();
        assertEquals(
                "NDCG@10 of " + evaluation.newBrand().chosen(),
                card.metrics().get(0).name());
        assertEquals(evaluation.newBrand().rankers().size(), card.metrics().size());
        Ordering found = ordering(Brief.of("bread"));
        assertEquals(Order.named(evaluation.newBrand().chosen()).orElse(Order.SCORE), found.by());
        assertTrue(found.because().startsWith(evaluation.newBrand().verdict()), found::because);
        assertEquals(
                Order.HYBRID,
                ordering(Brief.of("bread").orderedBy(Order.HYBRID)).by());
    }

    private Ordering ordering(Brief brief) {
        return Ordering.of(brief, ports.models().newest(ModelKind.RANKING));
    }

    @Test
    void what_shows_a_partnership_is_read_by_no_model() {
        creators(120);
        evaluate(COLUMNS, partnerships());
        assertEquals(120 + BRANDS.size(), read.size());
        assertTrue(read.contains("bread and number 4"), read::toString);
        assertTrue(
                read.subList(0, 120).stream().noneMatch(text -> text.contains("Fizzy")),
                "the partner's biography is hidden");
    }

    @Test
    void without_days_only_new_brands_are_asked_about() {
        creators(120);
        RankingEvaluation evaluation = evaluate(
                List.of("brand", "user_name"),
                partnerships().stream().map(row -> row.subList(1, 3)).toList());
        assertTrue(evaluation.nextPartner().isEmpty());
        assertTrue(evaluation.notes().toString().contains("Time-split not asked"), evaluation.notes()::toString);
        assertEquals(0, evaluation.weak());
    }

    @Test
    void equal_questions_get_equal_answers() {
        creators(120);
        assertEquals(evaluate(COLUMNS, partnerships()), evaluate(COLUMNS, partnerships()));
    }

    @Test
    void too_few_brands_are_refused_with_their_number() {
        creators(120);
        Failure refused = assertThrows(
                Failure.class, () -> evaluate(COLUMNS, partnerships().subList(0, 8)));
        assertEquals(Failure.Kind.IMPOSSIBLE_INPUT, refused.kind());
        assertTrue(refused.getMessage().contains("name 4 brands, and 5 are needed"), refused.getMessage());
    }

    @Test
    void a_table_without_brands_is_refused_and_what_is_needed_is_said() {
        Failure refused = assertThrows(Failure.class, () -> evaluate(List.of("user_name"), List.of()));
        assertEquals(Failure.Kind.INVALID_INPUT, refused.kind());
        assertTrue(refused.getMessage().contains("has no column 'brand'"), refused.getMessage());
    }
}
