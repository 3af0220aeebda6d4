package io.virality.ingest.csv;

import io.virality.spi.Explanation;
import io.virality.spi.Fields;
import io.virality.spi.Source;
import io.virality.spi.SourceException;
import io.virality.spi.SourceRows;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
    public boolean simulated() {
        return layout.always(Fields.SIMULATED, "true");
    }

    @Override
    public Optional<Instant> observedAt() {
        return Optional.of(time.instant());
    }

    @Override
    public Explanation explanation() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("layout", layout.version());
        facts.put(
                "kind",
                layout.parts().stream().map(part -> part.kind().id()).distinct().collect(Collectors.joining(", ")));
        facts.put("packed", file.compressed() ? "gzip" : "no");
        facts.put("encoding", file.charset().name());
        facts.put("delimiter", name(file.dialect().delimiter()));
        facts.put("quote", name(file.dialect().quote()));
        constants()
                .forEach((field, texts) -> facts.put(
                        layout.reads(field) ? field + " if silent" : "always " + field, String.join(", ", texts)));
        facts.put("observed at", observed());
        return new Explanation(facts, layout.explained());
    }

    /** What the parts say where no column does. */
    private SortedMap<String, Set<String>> constants() {
        SortedMap<String, Set<String>> constants = new TreeMap<>();
        for (Layout.Part part : layout.parts()) {
            part.constants().forEach((field, text) -> {
                if (Fields.all().contains(field) && !field.equals(Fields.OBSERVED_AT)) {
                    constants
                            .computeIfAbsent(field, any -> new LinkedHashSet<>())
                            .add(text);
                }
            });
        }
        return constants;
    }

    private String observed() {
        if (layout.reads(Fields.OBSERVED_AT)) {
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
