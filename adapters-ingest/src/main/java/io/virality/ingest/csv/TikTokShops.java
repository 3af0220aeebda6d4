package io.virality.ingest.csv;

import io.virality.spi.Explanation;
import io.virality.spi.Fields;
import io.virality.spi.Kinds;
import io.virality.spi.Source;
import io.virality.spi.SourceException;
import io.virality.spi.SourceRows;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sound list of shops.
 *
 * @param file the file
 * @param packed whether it is packed with gzip
 * @param columns what its names mean; empty for those that are not read
 * @param constants fields that are the same for all shops
 * @param time when the figures held
 */
record TikTokShops(
        Path file,
        boolean packed,
        Map<String, Optional<Column>> columns,
        Map<String, String> constants,
        ObservationTime time)
        implements Source {

    private static final String VERSION = "tiktok-shops@1";

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public Optional<Instant> observedAt() {
        return Optional.of(time.instant());
    }

    @Override
    public Explanation explanation() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("layout", VERSION);
        facts.put("kind", Kinds.SHOP);
        facts.put("packed", packed ? "gzip" : "no");
        facts.put("currency", constants.getOrDefault(Fields.CURRENCY, "not stated; say it with the property currency"));
        facts.put("observed at", time.instant() + ", " + time.reason());
        List<Explanation.Column> explained = columns.entrySet().stream()
                .map(entry -> new Explanation.Column(
                        entry.getKey(),
                        entry.getValue().map(Column::field).orElse(""),
                        entry.getValue().map(column -> column.conversion().id()).orElse("")))
                .toList();
        return new Explanation(facts, explained);
    }

    /** Always starts again: what is stored already turns out to be unchanged. */
    @Override
    public SourceRows read(Optional<String> resumeFrom) throws SourceException {
        return TikTokShopRows.of(file, packed, columns, constants);
    }
}
