package io.virality.ingest.tiktok;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What simulated creators of one language say. */
final class Vocabulary {

    private static final Map<String, Vocabulary> KNOWN = new ConcurrentHashMap<>();

    private final Map<String, List<String>> words;

    private Vocabulary(String language) {
        Properties properties = new Properties();
        String file = "vocabulary/" + language + ".properties";
        try (InputStream stream = Vocabulary.class.getResourceAsStream(file);
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        words = properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(
                        key -> key, key -> List.of(properties.getProperty(key).split(" \\| "))));
    }

    /**
     * The vocabulary of a language.
     *
     * @param language a tag of {@link Market#language()}
     */
    static Vocabulary of(String language) {
        return KNOWN.computeIfAbsent(language, Vocabulary::new);
    }

    /** Given names. */
    List<String> names() {
        return words.get("names");
    }

    /** Hashtags that fit any video. */
    List<String> hashtags() {
        return words.get("hashtags");
    }

    /** What the category is called. */
    String topic(Category category) {
        return words.get("topic." + category.id()).get(0);
    }

    /** A line for a profile of this category. */
    String biography(Category category, Chance chance) {
        return chance.oneOf(words.get("biographies")).replace("{topic}", topic(category));
    }

    /** A caption, without hashtags, for a video of this category. */
    String caption(Category category, Chance chance) {
        return chance.oneOf(words.get("captions")).replace("{topic}", topic(category));
    }
}
