package io.virality.application.port;

import io.virality.domain.creator.Origin;
import io.virality.domain.ingest.Reading;
import java.util.function.Consumer;

/** All that was ever observed, what brands said of creators, and all experiments. */
public interface Holdings {

    /** Whether what is held is real, simulated, or some of both. */
    Origin origin();

    /**
     * Gives all of it, in an order that depends on nothing but what is held and the order in which creators and videos
     * became known: who the creators are; what each source says of them; their counts; their videos; the videos' counts;
     * what is known of markets; what brands said of creators; experiments by key, each followed by what was told of it.
     * Recorded in this order, it makes an empty store hold the same in the same order.
     *
     * <p>Who a creator is, and what a video is, are said by observations without figures: their provenance means nothing
     * but the time at which the handle was seen.
     */
    void forEach(Consumer<Reading> visitor);
}
