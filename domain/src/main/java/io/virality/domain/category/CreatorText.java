package io.virality.domain.category;

import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Origin;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A creator's own words.
 *
 * @param creator the creator's number in the store
 * @param handle its name, as far as it is known
 * @param biography the text under the name
 * @param language language tag, as a source tells it
 * @param told what it posts about, as a source tells it
 * @param hashtags of its {@value #NEWEST_VIDEOS} newest videos, the newest first, as often as they were used
 * @param captions of these videos
 * @param origin whether it was measured or invented
 * @param observedAt when its current state was seen
 */
public record CreatorText(
        long creator,
        Optional<Handle> handle,
        Optional<String> biography,
        Optional<String> language,
        Optional<String> told,
        List<String> hashtags,
        List<String> captions,
        Origin origin,
        Instant observedAt) {

    /** So many videos are read. */
    public static final int NEWEST_VIDEOS = 50;

    private static final int MOST_HASHTAGS = 40;
    private static final int FEWEST_LETTERS = 8;

    /** More than a sentence model reads. */
    private static final int LONGEST = 1_000;

    /** Hashtags that are used for reach, whatever a video is about. */
    private static final Set<String> FOR_REACH = Set.of(
            "fyp",
            "fy",
            "fypシ",
            "foryou",
            "foryoupage",
            "foru",
            "viral",
            "xyzbca",
            "tiktok",
            "trending",
            "trend",
            "duet",
            "ad",
            "sponsored",
            "follow",
            "like",
            "greenscreen",
            "blowthisup");

    /** Copies are kept. */
    public CreatorText {
        hashtags = List.copyOf(hashtags);
        captions = List.copyOf(captions);
    }

    /** The hashtags that were used most, without those that are used for reach. */
    public List<String> topics() {
        Map<String, Integer> uses = new LinkedHashMap<>();
        hashtags.stream()
                .map(hashtag -> hashtag.toLowerCase(Locale.ROOT))
                .filter(hashtag -> !FOR_REACH.contains(hashtag))
                .forEach(hashtag -> uses.merge(hashtag, 1, Integer::sum));
        return uses.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_HASHTAGS)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** All of it that is read: the biography, the hashtags that were used most, the newest captions. */
    public String text() {
        String text = Stream.of(biography.stream(), Stream.of(String.join(" ", topics())), captions.stream())
                .flatMap(parts -> parts)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(". "));
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    /** What a source tells, as far as it is one of ours. */
    public Set<Category> labels() {
        return told.map(Category::meant).orElse(Set.of());
    }

    /** Why these words cannot be read; empty if they can. */
    public Optional<Silence> unreadable() {
        String text = text();
        if (text.codePoints().filter(Character::isLetter).count() < FEWEST_LETTERS) {
            return Optional.of(Silence.NO_WORDS);
        }
        return Language.isOther(language, text) ? Optional.of(Silence.NOT_ENGLISH) : Optional.empty();
    }
}
