package io.virality.domain.category;

/** Why no category is predicted. */
public enum Silence {
    /** A source tells it. */
    TOLD("a source tells it"),
    /** There are too few words of the creator. */
    NO_WORDS("too few words"),
    /** The words are not English, which is all that the sentence model has learnt. */
    NOT_ENGLISH("not in English"),
    /** No category is sure enough. */
    UNSURE("no category is sure enough");

    private final String words;

    Silence(String words) {
        this.words = words;
    }

    /** It in words. */
    public String words() {
        return words;
    }
}
