package io.virality.ingest.tiktok;

import io.virality.spi.Fields;
import io.virality.spi.Source;
import io.virality.spi.SourceException;
import io.virality.spi.SourceRow;
import io.virality.spi.SourceRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** The real client and a mock server, sharing one clock. */
final class ResearchRun implements AutoCloseable {

    /** Ends two days before the tests' present, so that the archive holds all but its last days. */
    static final Map<String, String> WORLD =
            Map.of("seed", "11", "creators", "60", "days", "60", "until", "2026-06-30");

    final TestTime time = new TestTime("2026-07-02T12:00:00Z");
    final MockTikTokServer server;

    ResearchRun(Map<String, String> faults) throws SourceException {
        server = MockTikTokServer.start(0, WORLD, faults, time);
    }

    ResearchSourceFactory factory() {
        return new ResearchSourceFactory(new TikTokClients(Map.of(), time, time, new Random(5)));
    }

    Map<String, String> properties(Map<String, String> own) {
        Map<String, String> properties = new HashMap<>(Map.of("baseUrl", "http://127.0.0.1:" + server.port()));
        properties.putAll(own);
        return properties;
    }

    Source source(Map<String, String> own) throws SourceException {
        return factory().create("research", properties(own));
    }

    List<Row> rows(Map<String, String> own) throws SourceException {
        return rows(source(own), Optional.empty());
    }

    static List<Row> rows(Source source, Optional<String> resumeFrom) throws SourceException {
        List<Row> all = new ArrayList<>();
        try (SourceRows rows = source.read(resumeFrom)) {
            for (SourceRow row = rows.next(); row != null; row = rows.next()) {
                all.add(Row.of(row));
            }
        }
        return all;
    }

    /** What a row says; its position and the time of asking are told apart from that. */
    record Row(String position, String kind, Map<String, String> fields, Optional<String> defect) {

        static Row of(SourceRow row) {
            Map<String, String> fields = new TreeMap<>();
            for (String name : Fields.all()) {
                if (row.field(name) != null) {
                    fields.put(name, row.field(name));
                }
            }
            return new Row(row.position(), row.kind(), fields, row.defect());
        }

        String said() {
            Map<String, String> said = new TreeMap<>(fields);
            said.remove(Fields.OBSERVED_AT);
            return kind + said + defect;
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
