package io.virality.domain.model;

/** Whether a model is better than the simplest that could stand in for it. */
public enum Standing {
    /** Better, and the interval of the gain says so. */
    BETTER("better than the baseline"),
    /** Worse, and the interval says so: the baseline answers. */
    WORSE("worse than the baseline"),
    /** The interval of the gain holds 0, or nobody made one: the baseline answers. */
    UNDECIDED("not known to be better than the baseline"),
    /** There is nothing to compare it with. */
    WITHOUT_BASELINE("without a baseline");

    private final String words;

    Standing(String words) {
        this.words = words;
    }

    /** It in words. */
    public String words() {
        return words;
    }
}
