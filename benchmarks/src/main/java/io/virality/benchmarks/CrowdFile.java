package io.virality.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A generated file in the product's own form: creators with biographies, and videos with captions and hashtags. Their words
 * come from some topics, from phrases that everybody uses, and from rare ones. Equal seeds give equal files.
 */
final class CrowdFile {

    private static final Instant NOW = Instant.parse("2026-01-10T12:00:00Z");
    private static final String SAID = "\"source\":\"crowd\",\"source_version\":\"crowd@1\",\"freshness\":\"daily\"";
    private static final String[] REGIONS = {"US", "GB", "BR", "ID", "MX", "DE", "FR", "VN"};
    private static final int RARE_WORDS = 50_000;

    /** What somebody does, with what, for whom: each combination is a sentence of its own. */
    private static final String[] TOPICS = {
        "makeup",
        "skincare",
        "haircare",
        "fashion",
        "sneakers",
        "workouts",
        "yoga",
        "running",
        "recipes",
        "baking",
        "coffee",
        "gaming",
        "speedruns",
        "board games",
        "books",
        "poetry",
        "dancing",
        "singing",
        "guitar",
        "comedy",
        "pranks",
        "travel",
        "camping",
        "gardening",
        "houseplants",
        "dogs",
        "cats",
        "horses",
        "cars",
        "bikes",
        "gadgets",
        "coding",
        "science",
        "history",
        "languages",
        "maths",
        "parenting",
        "weddings",
        "interior design",
        "furniture",
        "knitting",
        "painting",
        "pottery",
        "photography",
        "football",
        "basketball",
        "climbing",
        "surfing",
        "finance",
        "careers"
    };

    private static final String[] MANNERS = {
        "vegan",
        "cheap",
        "daily",
        "honest",
        "funny",
        "slow",
        "professional",
        "vintage",
        "sustainable",
        "easy",
        "creative",
        "minimalist",
        "colourful",
        "traditional",
        "modern"
    };
    private static final String[] AUDIENCES = {
        "students", "beginners", "busy parents", "teenagers", "everybody", "professionals", "families", "small budgets"
    };
    private static final String[] PHRASES = {
        "follow for more",
        "new video every week",
        "link below",
        "business by mail",
        "mom of two",
        "dog lover",
        "living my best life",
        "dm for collabs",
        "welcome to my page",
        "just having fun",
        "thank you for 10k"
    };

    private CrowdFile() {}

    /** All sentences of topics. */
    static List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        for (String manner : MANNERS) {
            for (String topic : TOPICS) {
                for (String audience : AUDIENCES) {
                    sentences.add(manner + " " + topic + " for " + audience);
                }
            }
        }
        return sentences;
    }

    static void write(Path file, int creators, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> sentences = sentences();
        try (BufferedWriter rows = Files.newBufferedWriter(file)) {
            rows.write("{\"format\":\"virality\",\"version\":1,\"data\":\"simulated\"}\n");
            for (int creator = 0; creator < creators; creator++) {
                write(rows, creator, sentences.get(random.nextInt(sentences.size())), random);
            }
        }
    }

    private static void write(BufferedWriter rows, int creator, String sentence, SplittableRandom random)
            throws IOException {
        String who = String.format(
                Locale.ROOT,
                "\"platform\":\"tiktok\",\"platform_id\":\"%d\",\"handle\":\"user%d\",\"observed_at\":\"%s\",%s",
                10_000_000 + creator,
                creator,
                NOW,
                SAID);
        String known = random.nextInt(3) == 0
                ? ""
                : ",\"region\":\"" + REGIONS[(int) Math.min(REGIONS.length - 1, Math.abs(random.nextGaussian()) * 3)]
                        + "\"";
        rows.write("{\"kind\":\"creator\"," + who + ",\"nickname\":\"User " + creator + "\",\"biography\":\"" + sentence
                + ". " + PHRASES[random.nextInt(PHRASES.length)] + " " + rare(random) + " " + rare(random) + "\""
                + known
                + ",\"language\":\"en\"}\n");
        long followers = (long) Math.exp(9 + 2 * random.nextGaussian());
        rows.write("{\"kind\":\"creator\"," + who + ",\"followers\":" + followers + "}\n");
        int videos = (int) Math.min(50, Math.exp(.3 + random.nextGaussian()));
        for (int video = 0; video < videos; video++) {
            write(rows, creator, video, sentence, followers, random);
        }
    }

    private static void write(
            BufferedWriter rows, int creator, int video, String sentence, long followers, SplittableRandom random)
            throws IOException {
        String which = String.format(
                Locale.ROOT,
                "{\"kind\":\"video\",\"platform\":\"tiktok\",\"platform_id\":\"%d\",\"video_id\":\"%d\"",
                10_000_000 + creator,
                100L * creator + video);
        String[] words = sentence.split(" ");
        long views = (long) ((followers + 100) * Math.exp(random.nextGaussian() - 1));
        rows.write(which + ",\"posted_at\":\"" + NOW.minus(1 + random.nextInt(2_000), ChronoUnit.HOURS)
                + "\",\"caption\":\"" + words[random.nextInt(words.length)] + " " + rare(random) + " " + rare(random)
                + "\",\"hashtags\":\"fyp " + words[1] + " " + rare(random) + "\"}\n");
        rows.write(which + ",\"observed_at\":\"" + NOW + "\"," + SAID + ",\"views\":" + views + ",\"likes\":"
                + views * (20 + random.nextInt(150)) / 1_000 + ",\"comments\":" + views * random.nextInt(20) / 1_000
                + ",\"shares\":" + views * random.nextInt(20) / 1_000 + "}\n");
    }

    /** Few of them are said often, as it is with words. */
    private static String rare(SplittableRandom random) {
        return "w" + Integer.toString((int) (Math.pow(RARE_WORDS, random.nextDouble()) * 7_919), 36);
    }
}
