package io.virality.domain.recommendation;

import io.virality.domain.category.Category;
import io.virality.domain.creator.Tiers;
import io.virality.domain.recommendation.Feedback.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whom a brief lets through. Where a source is silent, the creator stays. */
public final class Screening {

    private final Brief brief;
    private final Tiers tiers;

    /** Screens for a brief. */
    public Screening(Brief brief, Tiers tiers) {
        this.brief = brief;
        this.tiers = tiers;
    }

    /**
     * What comes of it.
     *
     * @param kept in the order in which they were given
     * @param leftOut how many were not, by why, in words
     */
    public record Screened(List<Candidate> kept, SortedMap<String, Long> leftOut) {

        /** Copies are kept. */
        public Screened {
            kept = List.copyOf(kept);
            leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
        }
    }

    /** Those that the brief lets through. */
    public Screened screen(List<Candidate> found) {
        SortedMap<String, Long> leftOut = new TreeMap<>();
        List<Candidate> kept = new ArrayList<>();
        for (Candidate candidate : found) {
            refusal(candidate).ifPresentOrElse(why -> leftOut.merge(why, 1L, Long::sum), () -> kept.add(candidate));
        }
        return new Screened(kept, leftOut);
    }

    /** Why a creator is out of the question; empty if it is not. */
    public Optional<String> refusal(Candidate candidate) {
        Portrait portrait = candidate.portrait();
        if (portrait.handle().filter(brief.exclusions()::contains).isPresent()) {
            return Optional.of("excluded by the brief");
        }
        if (candidate.stage().filter(Stage.DISMISSED::equals).isPresent()) {
            return Optional.of("dismissed by the brand");
        }
        if (!brief.tiers().isEmpty()
                && (portrait.followers().isEmpty()
                        || !brief.tiers()
                                .contains(tiers.of(portrait.followers().getAsLong())
                                        .name()))) {
            return Optional.of("of another tier, or of none that is known");
        }
        if (mismatch(brief.regions(), portrait.profile().region().map(code -> code.toUpperCase(Locale.ROOT)))) {
            return Optional.of("in another region");
        }
        if (mismatch(brief.languages(), portrait.profile().language().map(Screening::language))) {
            return Optional.of("in another language");
        }
        Set<Category> told = categories(portrait);
        if (!brief.categories().isEmpty() && !told.isEmpty() && told.stream().noneMatch(brief.categories()::contains)) {
            return Optional.of("of another category");
        }
        Set<String> words = words(portrait);
        if (brief.unsafe().stream().anyMatch(term -> says(words, term))) {
            return Optional.of("uses a brand-safety term");
        }
        if (!brief.mustHave().stream().allMatch(term -> says(words, term))) {
            return Optional.of("lacks a must-have");
        }
        return Optional.empty();
    }

    private static boolean mismatch(Set<String> wanted, Optional<String> known) {
        return !wanted.isEmpty() && known.isPresent() && !wanted.contains(known.get());
    }

    static Set<Category> categories(Portrait portrait) {
        return portrait.profile().category().map(Category::meant).orElse(Set.of());
    }

    private static String language(String tag) {
        return tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    }

    /** All words it uses, and neighbours written as one. */
    static Set<String> words(Portrait portrait) {
        Set<String> words = new HashSet<>();
        portrait.profile().biography().ifPresent(text -> add(words, text));
        portrait.profile().nickname().ifPresent(text -> add(words, text));
        for (Post post : portrait.posts()) {
            post.hashtags().forEach(hashtag -> words.add(hashtag.toLowerCase(Locale.ROOT)));
            post.caption().ifPresent(text -> add(words, text));
        }
        return words;
    }

    private static void add(Set<String> words, String text) {
        List<String> all = Bm25.words(text);
        words.addAll(all);
        for (int i = 1; i < all.size(); i++) {
            words.add(all.get(i - 1) + all.get(i));
        }
    }

    static boolean says(Set<String> words, String term) {
        String written = String.join("", Bm25.words(term));
        return words.contains(written) || words.contains(term);
    }
}
