package io.virality.domain.category;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.creator.Origin;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreatorTextTest {

    private static CreatorText text(
            String biography, String language, List<String> hashtags, List<String> captions, String told) {
        return new CreatorText(
                1,
                Optional.empty(),
                Optional.ofNullable(biography),
                Optional.ofNullable(language),
                Optional.ofNullable(told),
                hashtags,
                captions,
                Origin.REAL,
                Instant.EPOCH);
    }

    private static Optional<Silence> unreadable(String biography, String language) {
        return text(biography, language, List.of(), List.of(), null).unreadable();
    }

    @Test
    void it_reads_the_biography_then_the_hashtags_used_most_then_captions_without_those_for_reach() {
        CreatorText text =
                text(" I bake ", null, List.of("FYP", "oven", "Bread", "bread"), List.of("My loaf", ""), null);
        assertEquals("I bake. bread oven. My loaf", text.text());
    }

    @Test
    void it_is_bounded_however_much_a_creator_says() {
        CreatorText text = text("a".repeat(9_000), null, Collections.nCopies(10_000, "b"), List.of(), null);
        assertEquals(1_000, text.text().length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"I love food and my dog", "gaming esports valorant", "Café owner in Paris, the best coffee"})
    void english_and_words_without_a_language_are_read(String biography) {
        assertEquals(Optional.empty(), unreadable(biography, null));
        assertEquals(Optional.empty(), unreadable(biography, "en-GB"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Recetas para toda la familia y el mundo",
                "料理と旅行が好きです毎日投稿",
                "Рецепты каждый день для вас",
                "resep masakan untuk kamu yang suka makan",
                "ich bin eine Köchin und liebe das Essen"
            })
    void other_languages_are_not_guessed_at(String biography) {
        assertEquals(Optional.of(Silence.NOT_ENGLISH), unreadable(biography, null));
    }

    @Test
    void a_source_that_tells_the_language_is_believed() {
        assertEquals(Optional.of(Silence.NOT_ENGLISH), unreadable("gaming esports valorant", "es"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hi", "🎮🎮🎮🎮🎮🎮🎮🎮", "12345678901"})
    void too_few_words_say_nothing(String biography) {
        assertEquals(Optional.of(Silence.NO_WORDS), unreadable(biography, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dancing, Lipsyncing, Lifestyle | DANCE,LIP_SYNC,LIFESTYLE",
                "comedy                         | COMEDY",
                " Beauty & Makeup ; TECH        | BEAUTY,TECH",
                "lip-sync                       | LIP_SYNC",
                "Promotion                      | ''",
                "unbeauty                       | ''"
            })
    void what_sources_tell_is_understood_in_their_words(String told, String expected) {
        Set<Category> labels = text(null, null, List.of(), List.of(), told).labels();
        assertEquals(expected, String.join(",", labels.stream().map(Enum::name).toList()));
    }

    @Test
    void keywords_tell_categories_also_where_words_run_together() {
        int[] hits = KeywordRules.hits("makeup makeuptutorial party. I love cats");
        assertEquals(2, hits[Category.BEAUTY.ordinal()]);
        assertEquals(1, hits[Category.PETS.ordinal()]);
        assertEquals(0, hits[Category.ART.ordinal()]);
        assertEquals(Set.of(Category.BEAUTY), KeywordRules.answer(hits));
        assertEquals(Set.of(), KeywordRules.answer(KeywordRules.hits("nothing of all this")));
        assertEquals(
                Set.of(Category.PETS, Category.TECH), KeywordRules.answer(KeywordRules.hits("my dog, dogs; gadgets")));
    }

    @Test
    void each_category_is_understood_by_its_own_name_and_told_by_its_own_keywords() {
        for (Category category : Category.ALL) {
            assertEquals(Set.of(category), Category.meant(category.id()));
            assertTrue(category.keywords().stream()
                    .allMatch(keyword -> KeywordRules.hits(keyword)[category.ordinal()] > 0));
        }
    }
}
