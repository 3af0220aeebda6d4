package io.virality.domain.assignment;

/**
 * A text that is looked at so often and no more: some patterns take longer than anybody lives to find out that a text does
 * not match, and texts come from strangers.
 */
final class BoundedText implements CharSequence {

    /** Longer texts are cut. */
    static final int LONGEST = 2_048;

    private static final int MOST_LOOKS = 1_000_000;

    private final String text;
    private int looks;

    BoundedText(String text) {
        this.text = text.substring(0, Math.min(text.length(), LONGEST));
    }

    /** It took too long. */
    static final class Exhausted extends RuntimeException {

        private static final long serialVersionUID = 1;

        Exhausted() {
            super("a pattern looked " + MOST_LOOKS + " times at a text", null, false, false);
        }
    }

    /** @throws Exhausted if it was looked at too often */
    @Override
    public char charAt(int index) {
        if (++looks > MOST_LOOKS) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
