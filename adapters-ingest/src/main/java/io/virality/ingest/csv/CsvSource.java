package io.virality.ingest.csv;

import io.virality.spi.Explanation;
import io.virality.spi.Fields;
import io.virality.spi.Source;
import io.virality.spi.SourceException;
import io.virality.spi.SourceRows;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A sound file whose columns are understood.
 *
 * @param file the file
 * @param layout what its columns mean
 * @param time when its counts held
 * @param crawls when those of its rounds did that have a time of their own
 */
record CsvSource(CsvFile file, Layout layout, ObservationTime time, Map<String, String> crawls) implements Source {

    @Override
    public String version() {
        return layout.version();
    }

    @Override
    public Optional<Instant> observedAt() {
        return Optional.of(time.instant());
    }

    @Override
    public Explanation explanation() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("layout", layout.version());
        facts.put("kind", layout.kind());
        facts.put("packed", file.compressed() ? "gzip" : "no");
        facts.put("encoding", file.charset().name());
        facts.put("delimiter", name(file.dialect().delimiter()));
        facts.put("quote", name(file.dialect().quote()));
        layout.constants().forEach((field, text) -> {
            if (!field.equals(Fields.OBSERVED_AT)) {
                facts.put("always " + field, text);
            }
        });
        facts.put("observed at", observed());
        return new Explanation(facts, layout.explained());
    }

    private String observed() {
        if (layout.cells().containsKey(Fields.OBSERVED_AT)) {
            return "as each row says";
        }
        return crawls.isEmpty()
                ? time.instant() + ", " + time.reason()
                : "when the newest video was posted that the row's crawl saw";
    }

    private static String name(char character) {
        return character == '\t' ? "tab" : String.valueOf(character);
    }

    /** Always starts again: what is stored already turns out to be unchanged. */
    @Override
    public SourceRows read(Optional<String> resumeFrom) throws SourceException {
        return CsvRows.of(file, layout, crawls);
    }
}
