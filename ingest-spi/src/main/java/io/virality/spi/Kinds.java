package io.virality.spi;

/** The kinds of row that the host understands. */
public final class Kinds {

    /** A creator's profile, its counts at a moment, or both. Needs {@code platform_id} or {@code handle}. */
    public static final String CREATOR = "creator";

    /**
     * A post, its counts at a moment, or both. Needs {@code video_id} and the creator's id or handle. May also hold the
     * creator's own counts: {@code followers}, {@code following}, {@code videos}, {@code creator_likes}.
     */
    public static final String VIDEO = "video";

    private Kinds() {}
}
