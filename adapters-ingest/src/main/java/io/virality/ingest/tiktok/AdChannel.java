package io.virality.ingest.tiktok;

import java.util.List;
import java.util.Locale;

/** Where invented brands advertise besides. What a week's spend brings is {@code most × spend / (spend + half)}. */
enum AdChannel {
    TIKTOK("in-feed", 420, 4_000, 6, .011),
    SEARCH("text", 300, 1_500, 25, .045),
    TV("spot", 900, 20_000, 14, 0),
    RADIO("spot", 160, 2_500, 9, 0);

    static final List<AdChannel> ALL = List.of(values());

    private final String format;
    private final double most;
    private final double half;
    private final double perThousand;
    private final double clicks;

    AdChannel(String format, double most, double half, double perThousand, double clicks) {
        this.format = format;
        this.most = most;
        this.half = half;
        this.perThousand = perThousand;
        this.clicks = clicks;
    }

    /** The name in rows: {@code search}. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of advertisement. */
    String format() {
        return format;
    }

    /** The planted number of orders a week that no spend exceeds. */
    double most() {
        return most;
    }

    /** The planted spend a week, in US dollars, that brings half of {@link #most()}. */
    double half() {
        return half;
    }

    /** What a thousand impressions cost, in US dollars. */
    double perThousand() {
        return perThousand;
    }

    /** Clicks per impression; 0 where nothing can be clicked. */
    double clicks() {
        return clicks;
    }
}
