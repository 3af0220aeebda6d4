package io.virality.benchmarks;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

/** A generated file of creators' daily counts, day after day, each creator once a day. Equal seeds give equal files. */
final class SnapshotFile {

    /** Named as the fields they are. */
    static final List<String> COLUMNS = List.of(
            "platform_id",
            "handle",
            "observed_at",
            "region",
            "language",
            "verified",
            "followers",
            "following",
            "likes",
            "videos",
            "engagement_rate",
            "like_engagement_rate");

    private static final Instant FIRST_DAY = Instant.parse("2026-01-01T00:00:00Z");
    private static final String[] REGIONS = {"US", "GB", "DE", "FR", "BR", "ID", "MX", "JP"};
    private static final String[] LANGUAGES = {"en", "en", "de", "fr", "pt", "id", "es", "ja"};

    private SnapshotFile() {}

    static void write(Path file, int creators, int days, long seed) throws IOException {
        Random random = new Random(seed);
        long[] followers = random.longs(creators, 1_000, 900_000).toArray();
        try (Writer csv = Files.newBufferedWriter(file)) {
            csv.write(String.join(",", COLUMNS) + "\n");
            StringBuilder row = new StringBuilder();
            for (int day = 0; day < days; day++) {
                String observedAt = FIRST_DAY.plus(day, ChronoUnit.DAYS).toString();
                for (int creator = 0; creator < creators; creator++) {
                    followers[creator] += random.nextInt(1_000);
                    row.setLength(0);
                    append(row, creator, observedAt, followers[creator], random);
                    csv.append(row);
                }
            }
        }
    }

    private static void append(StringBuilder row, int creator, String observedAt, long followers, Random random) {
        int market = creator % REGIONS.length;
        double likeRate = 0.01 + random.nextInt(500) / 10_000.0;
        row.append(10_000_000 + creator).append(",user").append(creator);
        row.append(',').append(observedAt);
        row.append(',').append(REGIONS[market]).append(',').append(LANGUAGES[market]);
        row.append(',').append(creator % 50 == 0);
        row.append(',').append(followers).append(',').append(random.nextInt(1_000));
        row.append(',').append(followers * (5 + creator % 20)).append(',').append(random.nextInt(2_000));
        row.append(',').append((float) (likeRate * 1.1)).append(',').append((float) likeRate);
        row.append('\n');
    }
}
