package io.virality.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.virality.domain.creator.Handle;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.ingest.Feed;
import io.virality.domain.ingest.Reading;
import io.virality.domain.ingest.SourceRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("real-data")
class RealProfilesTest {

    private static final Path PROFILES = Path.of("..", "..", "shared", "data", "creators", "tiktok_profiles.csv");
    private static final Path NOWHERE = Path.of("target", "no-such-directory");

    @Test
    void every_profile_is_read_as_an_independent_parser_reads_it() throws IOException {
        Assumptions.assumeTrue(Files.exists(PROFILES), "skipped: the real profiles are not at " + PROFILES);
        List<List<String>> table = parse(Files.readString(PROFILES));
        List<String> header = table.remove(0);
        List<Reading> readings = readings();
        assertEquals(1_000, table.size());
        assertEquals(1_000, readings.size());
        for (int i = 0; i < table.size(); i++) {
            List<String> row = table.get(i);
            CreatorObservation creator = assertInstanceOf(CreatorObservation.class, readings.get(i));
            Map<String, String> expected = Map.of(
                    "id", row.get(header.indexOf("id")),
                    "handle", row.get(header.indexOf("url")).substring("https://www.tiktok.com/@".length()),
                    "nickname", row.get(header.indexOf("nickname")),
                    "biography", row.get(header.indexOf("biography")),
                    "region", row.get(header.indexOf("region")).replace("null", ""),
                    "verified", row.get(header.indexOf("is_verified")),
                    "followers", row.get(header.indexOf("followers")),
                    "likes", row.get(header.indexOf("likes")),
                    "videos", row.get(header.indexOf("videos_count")));
            assertEquals(expected, said(creator), "row " + (i + 1));
            assertEquals(
                    Double.parseDouble(row.get(header.indexOf("awg_engagement_rate"))),
                    creator.snapshot().rates().average().orElseThrow());
            assertEquals(
                    Double.parseDouble(row.get(header.indexOf("like_engagement_rate"))),
                    creator.snapshot().rates().likes().orElseThrow());
        }
    }

    private static Map<String, String> said(CreatorObservation creator) {
        var counts = creator.snapshot().counts();
        return Map.of(
                "id", creator.creator().platformId().orElseThrow(),
                "handle", creator.creator().handle().map(Handle::name).orElseThrow(),
                "nickname", creator.profile().nickname().orElse(""),
                "biography", creator.profile().biography().orElse(""),
                "region", creator.profile().region().orElse(""),
                "verified", creator.profile().verified().orElseThrow().toString(),
                "followers", Long.toString(counts.followers().orElseThrow()),
                "likes", Long.toString(counts.likes().orElseThrow()),
                "videos", Long.toString(counts.videos().orElseThrow()));
    }

    private static List<Reading> readings() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
        List<Reading> readings = new ArrayList<>();
        try (Feed feed = new PluginSources(NOWHERE, new Plugins(NOWHERE), clock)
                .open(new SourceRequest("csv", Optional.of(PROFILES), Map.of()))) {
            assertEquals("bright-data-profiles@1", feed.version());
            for (Optional<Reading> next = feed.next(); next.isPresent(); next = feed.next()) {
                readings.add(next.get());
            }
        }
        return readings;
    }

    /** A plain parser, one character at a time, that shares nothing with the one under test. */
    private static List<List<String>> parse(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        char previous = '\n';
        for (char character : text.toCharArray()) {
            if (character == '"') {
                // the second of two quotes stands for itself and opens again what the first one closed
                if (!quoted && previous == '"') {
                    cell.append(character);
                }
                quoted = !quoted;
            } else if (!quoted && (character == ',' || character == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (character == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                cell.append(character);
            }
            previous = character;
        }
        if (cell.length() > 0 || !row.isEmpty()) {
            row.add(cell.toString());
            rows.add(row);
        }
        return rows;
    }
}
