package io.virality.ingest.tiktok;

import io.virality.spi.SourceException;

/** TikTok refuses, or its answer cannot be used. Says what helps. */
final class TikTokException extends Exception {

    private static final long serialVersionUID = 1;

    /** What to do about a refusal. */
    enum Remedy {
        /** The access token is no longer valid. */
        NEW_TOKEN,
        /** The day's quota is spent. */
        TOMORROW,
        /** Too many requests within seconds. */
        SLOW_DOWN,
        /** A search id takes some seconds until all of TikTok's machines know it; later, it is really gone. */
        WAIT_FOR_SEARCH,
        /** TikTok's own error: goes away by itself, or when less is asked for at once. */
        ASK_FOR_LESS,
        /** The same request may succeed later. */
        TRY_AGAIN,
        /** The user asked for does not exist, or does not wish to be shown. */
        LEAVE_OUT_USER,
        /** The application lacks a permission for what was asked. */
        ASK_FOR_SCOPE,
        /** Nothing that a program could do. */
        NONE
    }

    private final Remedy remedy;

    TikTokException(Remedy remedy, String message, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    TikTokException(Remedy remedy, String message) {
        this(remedy, message, null);
    }

    Remedy remedy() {
        return remedy;
    }

    /** As what the host is told. */
    SourceException toSourceException() {
        SourceException.Turn turn =
                switch (remedy) {
                    case NEW_TOKEN, ASK_FOR_SCOPE, LEAVE_OUT_USER, NONE -> SourceException.Turn.USER;
                    case TOMORROW, SLOW_DOWN, WAIT_FOR_SEARCH, ASK_FOR_LESS, TRY_AGAIN -> SourceException.Turn.SOURCE;
                };
        return new SourceException(turn, getMessage(), this);
    }
}
