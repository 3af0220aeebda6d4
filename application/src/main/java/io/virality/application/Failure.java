package io.virality.application;

/**
 * Something the caller must know: the request cannot be done. Its kind says whose turn it is to act. The message is
 * shown to the user: what happened, where, and what to do.
 */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Whose turn it is. */
    public enum Kind {
        /** The caller's: what was asked cannot be understood. */
        INVALID_INPUT,
        /** The caller's: it is well-formed, but cannot be. */
        IMPOSSIBLE_INPUT,
        /** The caller's: there is no such thing. */
        NOT_FOUND,
        /** The caller's: it contradicts what is there. */
        CONFLICT,
        /** The caller's: too much at once. */
        TOO_LARGE,
        /** The caller's: a form we do not speak. */
        UNSUPPORTED,
        /** The caller's: too often. */
        TOO_MANY,
        /** The caller's: the constraints clash. */
        INFEASIBLE,
        /** The source's or time's: it cannot be read now. */
        SOURCE_UNAVAILABLE,
        /** Time's: something else has it now. */
        BUSY,
        /** Ours. */
        INTERNAL
    }

    private final Kind kind;

    /** Without a cause. */
    public Failure(Kind kind, String message) {
        this(kind, message, null);
    }

    /** With a cause, which may be {@code null}. */
    public Failure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** Whose turn it is. */
    public Kind kind() {
        return kind;
    }

    /** The caller asked for something that cannot be understood. */
    public static Failure invalid(String message) {
        return new Failure(Kind.INVALID_INPUT, message);
    }

    /** There is no such thing. */
    public static Failure notFound(String message) {
        return new Failure(Kind.NOT_FOUND, message);
    }
}
