package io.virality.ingest.tiktok;

import java.util.List;
import java.util.Locale;

/** What simulated creators post about. */
enum Category {
    COMEDY(14, 1.20, 22, 18, .05, "laughs jokes skits", "comedy funny relatable skit", "😂 🤡 😭", "mug shirt"),
    BEAUTY(12, 1.00, 34, 24, .06, "glow skin lashes", "beauty makeup skincare grwm", "💄 ✨ 💅", "serum palette"),
    FOOD(11, 1.00, 41, 16, .03, "bakes eats spices", "food recipe foodtok easyrecipe", "🍜 🍰 🔥", "spice pan"),
    DANCE(
            9,
            1.15,
            16,
            28,
            .08,
            "moves steps spins",
            "dance dancechallenge choreo trend",
            "💃 🕺 🎶",
            "sneaker speaker"),
    FASHION(9, .95, 24, 38, .18, "fits styles looks", "fashion ootd outfit thrift", "👗 👟 🧥", "jacket bag"),
    GAMING(
            9,
            1.05,
            38,
            45,
            .07,
            "plays quests lobby",
            "gaming gamer gameplay clutch",
            "🎮 👾 🕹️",
            "headset controller"),
    FITNESS(8, .95, 32, 42, .09, "lifts runs reps", "fitness workout gymtok homeworkout", "💪 🏋️ 🏃", "band bottle"),
    EDUCATION(
            7,
            .90,
            55,
            22,
            .04,
            "facts learns notes",
            "education science didyouknow studytok",
            "📚 🧠 🔬",
            "notebook globe"),
    TRAVEL(
            6,
            .90,
            36,
            55,
            .08,
            "roams trails trips",
            "travel traveltok hiddengem vanlife",
            "✈️ 🌍 🏝️",
            "backpack pillow"),
    MUSIC(5, 1.05, 28, 35, .06, "sings beats chords", "music cover singing newmusic", "🎸 🎤 🎧", "tuner microphone"),
    PETS(5, 1.15, 19, 20, .04, "paws tails barks", "pets dogsoftiktok puppy cute", "🐶 🐾 🦴", "leash toy"),
    TECH(5, .80, 48, 60, .1, "codes chips builds", "tech techtok gadgets setup", "💻 🤖 📱", "charger lamp");

    static final List<Category> ALL = List.of(values());

    private final double weight;
    private final double engagement;
    private final double seconds;
    private final double price;
    private final double refunds;
    private final List<String> handleWords;
    private final List<String> hashtags;
    private final List<String> emoji;
    private final List<String> goods;

    Category(
            double weight,
            double engagement,
            double seconds,
            double price,
            double refunds,
            String handleWords,
            String hashtags,
            String emoji,
            String goods) {
        this.weight = weight;
        this.engagement = engagement;
        this.seconds = seconds;
        this.price = price;
        this.refunds = refunds;
        this.handleWords = List.of(handleWords.split(" "));
        this.hashtags = List.of(hashtags.split(" "));
        this.emoji = List.of(emoji.split(" "));
        this.goods = List.of(goods.split(" "));
    }

    /** The name in rows: {@code beauty}. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many creators have this category, relative to the others. */
    double weight() {
        return weight;
    }

    /** The planted factor on engagement. */
    double engagement() {
        return engagement;
    }

    /** The median length of a video. */
    double seconds() {
        return seconds;
    }

    /** The median price of what is sold, in US dollars. */
    double price() {
        return price;
    }

    /** The planted share of orders that are sent back. */
    double refunds() {
        return refunds;
    }

    /** What is sold. */
    List<String> goods() {
        return goods;
    }

    /** Words that handles end on: at most seven letters. */
    List<String> handleWords() {
        return handleWords;
    }

    List<String> hashtags() {
        return hashtags;
    }

    List<String> emoji() {
        return emoji;
    }
}
