package io.virality.spi;

import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A source cannot be created or read. The message is shown to the user: say what is wrong, where, and what to do. */
public final class SourceException extends Exception {

    private static final long serialVersionUID = 1;
    private static final int MOST_NAMES = 40;

    /** Whose turn it is. */
    public enum Turn {
        /** The user's: a wrong setting, a broken file. Trying again does not help. */
        USER,
        /** The source's or time's: out of reach, over its quota. Trying again later may help. */
        SOURCE
    }

    private final Turn turn;

    /** The source is at fault or needs time. */
    public SourceException(String message) {
        this(Turn.SOURCE, message, null);
    }

    /** With whose turn it is to act, and the cause, which may be {@code null}. */
    public SourceException(Turn turn, String message, Throwable cause) {
        super(message, cause);
        this.turn = turn;
    }

    /** Whose turn it is to act. */
    public Turn turn() {
        return turn;
    }

    /** An error that the user can mend. */
    public static SourceException user(String message) {
        return new SourceException(Turn.USER, message, null);
    }

    /**
     * A name that nobody knows, with the nearest known one as a suggestion: {@code no property 'sede'; did you mean
     * 'seed'? Known: [days, seed]}.
     *
     * @param what what the name stands for, for example {@code property}
     * @param given the unknown name
     * @param known the names that would do
     */
    public static SourceException unknown(String what, String given, Collection<String> known) {
        String suggestion = Spelling.nearest(given, known)
                .map(near -> "did you mean '" + near + "'? Known: ")
                .orElse("known: ");
        String names = new TreeSet<>(known).stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return user("no " + what + " '" + given + "'; " + suggestion + "[" + names
                + (known.size() > MOST_NAMES ? ", …]" : "]"));
    }
}
