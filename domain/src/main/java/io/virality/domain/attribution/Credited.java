package io.virality.domain.attribution;

import java.util.Locale;

/** What orders are attributed to. */
public enum Credited {
    /** Creators, whose content buyers met. */
    CREATOR,
    /** Videos. */
    CONTENT,
    /** Channels of advertisements; where none is told, the platform. */
    CHANNEL,
    /** Campaigns, each in its channel. */
    CAMPAIGN;

    /** The name in documents: {@code creator}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What stands before the channel of a touch that names none of these: it competes for orders like any other. */
    public String nameless() {
        return "no " + (this == CONTENT ? "video" : id()) + ": ";
    }
}
