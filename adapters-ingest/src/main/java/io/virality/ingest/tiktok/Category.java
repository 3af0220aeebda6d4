package io.virality.ingest.tiktok;

import java.util.List;
import java.util.Locale;

/** What simulated creators post about. */
enum Category {
    COMEDY(14, 1.20, 22, "laughs jokes skits", "comedy funny relatable skit", "😂 🤡 😭"),
    BEAUTY(12, 1.00, 34, "glow skin lashes", "beauty makeup skincare grwm", "💄 ✨ 💅"),
    FOOD(11, 1.00, 41, "bakes eats spices", "food recipe foodtok easyrecipe", "🍜 🍰 🔥"),
    DANCE(9, 1.15, 16, "moves steps spins", "dance dancechallenge choreo trend", "💃 🕺 🎶"),
    FASHION(9, .95, 24, "fits styles looks", "fashion ootd outfit thrift", "👗 👟 🧥"),
    GAMING(9, 1.05, 38, "plays quests lobby", "gaming gamer gameplay clutch", "🎮 👾 🕹️"),
    FITNESS(8, .95, 32, "lifts runs reps", "fitness workout gymtok homeworkout", "💪 🏋️ 🏃"),
    EDUCATION(7, .90, 55, "facts learns notes", "education science didyouknow studytok", "📚 🧠 🔬"),
    TRAVEL(6, .90, 36, "roams trails trips", "travel traveltok hiddengem vanlife", "✈️ 🌍 🏝️"),
    MUSIC(5, 1.05, 28, "sings beats chords", "music cover singing newmusic", "🎸 🎤 🎧"),
    PETS(5, 1.15, 19, "paws tails barks", "pets dogsoftiktok puppy cute", "🐶 🐾 🦴"),
    TECH(5, .80, 48, "codes chips builds", "tech techtok gadgets setup", "💻 🤖 📱");

    static final List<Category> ALL = List.of(values());

    private final double weight;
    private final double engagement;
    private final double seconds;
    private final List<String> handleWords;
    private final List<String> hashtags;
    private final List<String> emoji;

    Category(double weight, double engagement, double seconds, String handleWords, String hashtags, String emoji) {
        this.weight = weight;
        this.engagement = engagement;
        this.seconds = seconds;
        this.handleWords = List.of(handleWords.split(" "));
        this.hashtags = List.of(hashtags.split(" "));
        this.emoji = List.of(emoji.split(" "));
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
