package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.virality.application.port.CategoryPredictions;
import io.virality.domain.category.Category;
import io.virality.domain.category.CategoryPrediction;
import io.virality.domain.creator.Handle;
import io.virality.persistence.PersistenceModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, with the sentence model: from a file to what is said of a creator. */
class ClassifyCommandTest {

    /** Words that no keyword rule knows, but everybody who reads English. */
    private static final String[][] WORDS = {
        {"food", "sourdough brisket risotto omelette spices tasty dinners grilled noodles casserole"},
        {"fitness", "squats deadlift marathon treadmill biceps cardio stretching sprints pushups dumbbells"},
        {"music", "melody violin drummer karaoke acoustic chorus orchestra ballad vinyl concerts"},
        {"travel", "passport flights islands beaches hostels roadtrip sightseeing airports jungle mountains"}
    };

    private static final String[] FRAMES = {
        "all about %s and %s, new every week", "I can not live without %s. %s!", "%s, %s and my thoughts on it"
    };

    @TempDir
    Path folder;

    private Path database;

    /** Creators of whom a source tells the category, and every fifth of whom it does not. */
    private List<String> imported() throws IOException {
        Random random = new Random(5);
        StringBuilder csv = new StringBuilder("handle,biography,language,category,followers,observed_at\n");
        List<String> truth = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String[] category = WORDS[random.nextInt(WORDS.length)];
            String[] words = category[1].split(" ");
            String biography = String.format(
                    FRAMES[random.nextInt(FRAMES.length)],
                    words[random.nextInt(words.length)],
                    words[random.nextInt(words.length)]);
            csv.append("creator").append(i).append(",\"").append(biography).append("\",en,");
            csv.append(i % 5 == 0 ? "" : category[0]).append(",1000,2026-01-01T00:00:00Z\n");
            truth.add(category[0]);
        }
        Path file = Files.writeString(folder.resolve("creators.csv"), csv);
        database = folder.resolve("creators.db");
        CommandRun.of("import", "csv", file, "--database", database).succeeds();
        return truth;
    }

    private JsonNode classify(String... options) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of("classify", "--database", database, "--format", "json"));
        arguments.addAll(List.of(options));
        return new ObjectMapper()
                .readTree(CommandRun.of(arguments.toArray()).succeeds().out());
    }

    private List<CategoryPrediction> predictions() {
        try (PersistenceModule storage = PersistenceModule.existing(database)) {
            CategoryPredictions predictions = Wiring.wire(Settings.read(CommandRun.HOME, Map.of()), storage)
                    .getInstance(CategoryPredictions.class);
            List<CategoryPrediction> all = new ArrayList<>();
            for (int i = 0; i < 200; i += 5) {
                all.add(predictions.of(Handle.tiktok("creator" + i)).orElseThrow());
            }
            return all;
        }
    }

    @Test
    void what_creators_post_about_is_learnt_from_others_and_said_again_with_the_same_seed() throws IOException {
        List<String> truth = imported();
        JsonNode first = classify("--seed", "3");
        assertEquals("model", first.get("answeredBy").asText(), first.toString());
        assertEquals("better", first.at("/model/standing").asText());
        List<CategoryPrediction> predicted = predictions();
        int right = 0;
        for (int k = 0; k < predicted.size(); k++) {
            Category expected = Category.meant(truth.get(5 * k)).iterator().next();
            right += predicted.get(k).labels().stream().anyMatch(label -> label.category() == expected) ? 1 : 0;
        }
        assertTrue(right >= 30, right + " of 40");
        JsonNode again = classify("--seed", "3");
        assertEquals(first.at("/model/id"), again.at("/model/id"));
        assertEquals(first.at("/model/metrics"), again.at("/model/metrics"));
        List<CategoryPrediction> later = predictions();
        for (int k = 0; k < later.size(); k++) {
            assertEquals(predicted.get(k).labels(), later.get(k).labels());
        }
        String creator = CommandRun.of("classify", "--evaluate", "--database", database)
                .succeeds()
                .out();
        assertTrue(creator.contains("nothing is kept"), creator);
    }

    @Test
    void a_database_without_labels_is_told_what_it_needs() throws IOException {
        database = folder.resolve("few.db");
        Path file = Files.writeString(
                folder.resolve("few.csv"),
                "handle,biography,observed_at\nada,gaming esports every day,2026-01-01T00:00:00Z\n");
        CommandRun.of("import", "csv", file, "--database", database).succeeds();
        String table =
                CommandRun.of("classify", "--database", database).succeeds().out();
        assertTrue(table.contains("TOO LITTLE DATA"), table);
        assertTrue(table.contains("at least 60 creators"), table);
        assertTrue(table.contains("gaming"), table);
    }

    /** What the hand-labelled creators of 2020 come to is a fact about them; that it is said is ours. */
    @Test
    @Tag("real-data")
    void on_real_creators_the_evaluation_is_told_beside_its_baselines() throws IOException {
        Path data = Path.of("../../shared/data");
        assumeTrue(Files.exists(data), "the development data is not beside the repository: " + data);
        database = folder.resolve("real.db");
        CommandRun.of("import", "csv", data.resolve("creators/top_250_tiktokers_2020-10.csv"), "--database", database)
                .succeeds();
        CommandRun.of("import", "csv", data.resolve("videos/tiktok_creator_videos_2020-11.csv"), "--database", database)
                .succeeds();
        JsonNode answer = classify("--evaluate");
        assertTrue(answer.at("/model/rows/counts/labelled creators").asLong() > 200, answer.toString());
        double brier = 0;
        for (JsonNode metric : answer.at("/model/metrics")) {
            assertTrue(metric.at("/model/value").isNumber(), metric.toString());
            brier = metric.get("name").asText().equals("brier")
                    ? metric.at("/gain/value").asDouble()
                    : brier;
        }
        assertTrue(brier > 0, "worse than the shares of the categories: " + brier);
    }
}
