package io.virality.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A generated file in the product's own form, for the creators of a {@link SnapshotFile}: what they post about, a video
 * of each and several of every tenth, observed twice, and a sale of every second creator's first video. Equal seeds give
 * equal files.
 */
final class MarketFile {

    private static final Instant FIRST = Instant.parse("2026-01-10T12:00:00Z");
    private static final Instant LATEST = FIRST.plus(5, ChronoUnit.DAYS);
    private static final String[] CATEGORIES = {
        "beauty", "food", "fitness", "fashion", "gaming", "home", "music", "pets"
    };
    private static final String[] CONTENT = {"video", "live", "showcase"};
    private static final String SAID = "\"source\":\"market\",\"source_version\":\"market@1\",\"freshness\":\"daily\"";

    private static final int WITH_SEVERAL_VIDEOS = 10;

    /** Enough that each has the nine others by which viral videos are measured; other questions ask for fewer. */
    private static final int SEVERAL_VIDEOS = 10;

    private MarketFile() {}

    static void write(Path file, int creators, long seed) throws IOException {
        Random random = new Random(seed);
        try (BufferedWriter rows = Files.newBufferedWriter(file)) {
            rows.write("{\"format\":\"virality\",\"version\":1,\"data\":\"simulated\"}\n");
            for (int creator = 0; creator < creators; creator++) {
                write(rows, creator, random);
            }
        }
    }

    private static void write(BufferedWriter rows, int creator, Random random) throws IOException {
        String who = String.format(
                Locale.ROOT,
                "\"platform\":\"tiktok\",\"platform_id\":\"%d\",\"handle\":\"user%d\"",
                10_000_000 + creator,
                creator);
        row(rows, "creator", who, said(FIRST), "\"category\":\"%s\"", CATEGORIES[creator % CATEGORIES.length]);
        for (int i = 0; i < videos(creator); i++) {
            writeVideo(rows, creator, i, random);
        }
        long followers = 1_000 + random.nextInt(900_000);
        for (Instant at : new Instant[] {FIRST, LATEST}) {
            row(rows, "creator", who, said(at), "\"followers\":%d", followers);
            followers += random.nextInt(1_000);
        }
        if (creator % 2 == 0) {
            long gross = 5 + random.nextInt(100);
            row(
                    rows,
                    "sale",
                    who,
                    said(LATEST),
                    "\"order_id\":\"%d\",\"product_id\":\"%d\",\"sold_at\":\"%s\",\"units\":1,\"currency\":\"USD\","
                            + "\"gross\":\"%d\",\"refunds\":\"%d\",\"commission\":\"%d\",\"video_id\":\"%d\","
                            + "\"content_type\":\"%s\"",
                    90_000_000 + creator,
                    random.nextInt(1_000),
                    LATEST.minus(random.nextInt(24 * 4), ChronoUnit.HOURS),
                    gross,
                    creator % 20 == 0 ? gross : 0,
                    gross / 10,
                    videoId(creator, 0),
                    CONTENT[random.nextInt(CONTENT.length)]);
        }
    }

    /** How many videos these creators have together. */
    static int allVideos(int creators) {
        return IntStream.range(0, creators).map(MarketFile::videos).sum();
    }

    private static int videos(int creator) {
        return creator % WITH_SEVERAL_VIDEOS == 0 ? SEVERAL_VIDEOS : 1;
    }

    private static long videoId(int creator, int number) {
        return 70_000_000L + (long) SEVERAL_VIDEOS * creator + number;
    }

    private static void writeVideo(BufferedWriter rows, int creator, int number, Random random) throws IOException {
        String video = String.format(
                Locale.ROOT,
                "\"platform\":\"tiktok\",\"platform_id\":\"%d\",\"video_id\":\"%d\"",
                10_000_000 + creator,
                videoId(creator, number));
        Instant posted = FIRST.minus(1 + random.nextInt(100 * 24), ChronoUnit.HOURS);
        row(
                rows,
                "video",
                video,
                "\"handle\":\"user" + creator + "\"",
                "\"posted_at\":\"%s\",\"hashtags\":\"tag%d tag%d\",\"sound\":\"sound%d\",\"duration_seconds\":%d",
                posted,
                random.nextInt(50),
                50 + random.nextInt(500),
                random.nextInt(200),
                5 + random.nextInt(175));
        long views = 100 + (long) Math.exp(10 + 1.5 * random.nextGaussian());
        for (Instant at : new Instant[] {FIRST, LATEST}) {
            row(
                    rows,
                    "video",
                    video,
                    said(at),
                    "\"views\":%d,\"likes\":%d,\"comments\":%d,\"shares\":%d,\"saves\":%d",
                    views,
                    views * (20 + random.nextInt(150)) / 1_000,
                    views * random.nextInt(20) / 1_000,
                    views * random.nextInt(20) / 1_000,
                    views * random.nextInt(20) / 1_000);
            views += random.nextInt((int) Math.min(views, 1_000_000));
        }
    }

    private static String said(Instant at) {
        return "\"observed_at\":\"" + at + "\"," + SAID;
    }

    private static void row(BufferedWriter rows, String kind, String who, String said, String pattern, Object... values)
            throws IOException {
        rows.write("{\"kind\":\"" + kind + "\"," + who + "," + said + "," + String.format(Locale.ROOT, pattern, values)
                + "}\n");
    }
}
