package io.virality.ingest.tiktok;

import java.util.List;
import java.util.Optional;

/**
 * Who an invented creator is.
 *
 * @param market where it lives
 * @param language the tag of the language it posts in
 * @param category what it posts about
 * @param handle its name on the platform; starts with {@value #HANDLE_PREFIX}
 * @param nickname its displayed name
 * @param biography the text under the name
 * @param link the link in its profile
 */
record Persona(
        Market market,
        String language,
        Category category,
        String handle,
        String nickname,
        Optional<String> biography,
        Optional<String> link) {

    /** What is invented shall not be taken for somebody's account, wherever a table of handles ends up. */
    static final String HANDLE_PREFIX = "sim_";

    private static final List<String> HANDLE_WORDS =
            List.of(("bamboo cedar coco comet cosmo ember frost honey jazzy kiwi"
                            + " kumo lucky luna mango maple mochi neko nova olive peach pepper pixel plum poppy river sage sunny"
                            + " tofu willow ziggy")
                    .split(" "));

    /**
     * Somebody.
     *
     * @param number ends the handle, so that no two creators share one
     */
    static Persona draw(int number, Chance chance) {
        Market market = chance.weighted(Market.ALL, Market::weight);
        String language = chance.happens(.08) ? "en" : market.language();
        Category category = chance.weighted(Category.ALL, Category::weight);
        String handle = HANDLE_PREFIX
                + chance.oneOf(HANDLE_WORDS)
                + chance.oneOf(List.of("", "_", "."))
                + chance.oneOf(category.handleWords())
                + number;
        Vocabulary vocabulary = Vocabulary.of(language);
        return new Persona(
                market,
                language,
                category,
                handle,
                nickname(vocabulary, category, chance),
                chance.happens(.92) ? Optional.of(biography(vocabulary, category, chance)) : Optional.empty(),
                chance.happens(.2) ? Optional.of("https://links.example/" + handle) : Optional.empty());
    }

    private static String nickname(Vocabulary vocabulary, Category category, Chance chance) {
        String name = chance.oneOf(vocabulary.names());
        double form = chance.fraction();
        if (form < .4) {
            return name;
        }
        return form < .7 ? name + " " + chance.oneOf(category.emoji()) : name + " | " + vocabulary.topic(category);
    }

    private static String biography(Vocabulary vocabulary, Category category, Chance chance) {
        String line = vocabulary.biography(category, chance);
        if (chance.happens(.4)) {
            line += " " + chance.oneOf(category.emoji());
        }
        return chance.happens(.3) ? line + "\n" + vocabulary.biography(category, chance) : line;
    }

    Vocabulary vocabulary() {
        return Vocabulary.of(language);
    }
}
