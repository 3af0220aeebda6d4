package io.virality.application.recommendation;

import io.virality.application.Failure;
import io.virality.application.port.Tables;
import io.virality.application.port.Tables.Column;
import io.virality.application.port.Tables.Type;
import io.virality.domain.recommendation.Partnership;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/** Reads a table of creators and brands. What it says of one pair in several rows is put together. */
final class PartnershipTable {

    private static final String CREATOR = "user_name";
    private static final String BRAND = "brand";
    private static final String EVIDENCE = "strongest_evidence";
    private static final String HASHTAGS = "tags";
    private static final String FIRST = "first";

    /** The words for a brand's hashtag alone; whatever else is said is stronger. */
    private static final Set<String> WEAK = Set.of("brand-tag-only", "tagged");

    private final Tables tables;
    private final Path file;

    PartnershipTable(Tables tables, Path file) {
        this.tables = tables;
        this.file = file;
    }

    /** A row, by the numbers of its labels; −1 where it says nothing. */
    private record Row(int creator, int brand, int evidence, int hashtags, double first) {}

    /** All pairs, by creator and brand. */
    public List<Partnership> read() {
        List<String> there = tables.columns(file);
        for (String needed : List.of(CREATOR, BRAND)) {
            if (!there.contains(needed)) {
                throw Failure.invalid(file + " has no column '" + needed + "'; its columns are "
                        + String.join(", ", there) + ". Needed: user_name, brand; read, too, where they are there:"
                        + " strongest_evidence, first, tags");
            }
        }
        List<Column> columns = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        for (String name : List.of(CREATOR, BRAND, EVIDENCE, HASHTAGS, FIRST)) {
            if (there.contains(name)) {
                places.put(name, columns.size());
                columns.add(new Column(name, name.equals(FIRST) ? Type.TIME : Type.LABEL));
            }
        }
        List<Row> rows = Collections.synchronizedList(new ArrayList<>());
        List<List<String>> labels = tables.read(
                List.of(file),
                columns,
                () -> batch -> {
                    for (int i = 0; i < batch.size(); i++) {
                        rows.add(new Row(
                                label(batch, places.get(CREATOR), i),
                                label(batch, places.get(BRAND), i),
                                label(batch, places.get(EVIDENCE), i),
                                label(batch, places.get(HASHTAGS), i),
                                places.containsKey(FIRST) ? batch.numbers(places.get(FIRST))[i] : Double.NaN));
                    }
                },
                (bytes, all) -> {});
        Map<List<String>, Partnership> pairs = new HashMap<>();
        for (Row row : rows) {
            if (row.creator() >= 0 && row.brand() >= 0) {
                String creator = bare(labels.get(places.get(CREATOR)).get(row.creator()));
                String brand =
                        labels.get(places.get(BRAND)).get(row.brand()).strip().toLowerCase(Locale.ROOT);
                String evidence = row.evidence() < 0
                        ? ""
                        : labels.get(places.get(EVIDENCE)).get(row.evidence()).strip();
                String hashtags = row.hashtags() < 0
                        ? ""
                        : labels.get(places.get(HASHTAGS)).get(row.hashtags()).strip();
                pairs.merge(
                        List.of(creator, brand),
                        new Partnership(
                                creator,
                                brand,
                                !WEAK.contains(evidence.toLowerCase(Locale.ROOT)),
                                Double.isNaN(row.first()) ? OptionalDouble.empty() : OptionalDouble.of(row.first()),
                                hashtags.isEmpty() ? List.of() : List.of(hashtags.split("\\s+"))),
                        PartnershipTable::together);
            }
        }
        return pairs.values().stream()
                .sorted(Comparator.comparing(Partnership::handle).thenComparing(Partnership::brand))
                .toList();
    }

    private static int label(Tables.Batch batch, Integer column, int row) {
        return column == null ? -1 : batch.labels(column)[row];
    }

    private static Partnership together(Partnership one, Partnership other) {
        Set<String> hashtags = new TreeSet<>(one.hashtags());
        hashtags.addAll(other.hashtags());
        OptionalDouble first = one.first().isEmpty() || other.first().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        Math.min(one.first().getAsDouble(), other.first().getAsDouble()));
        return new Partnership(one.handle(), one.brand(), one.strong() || other.strong(), first, List.copyOf(hashtags));
    }

    private static String bare(String handle) {
        String stripped = handle.strip().toLowerCase(Locale.ROOT);
        return stripped.startsWith("@") ? stripped.substring(1) : stripped;
    }
}
