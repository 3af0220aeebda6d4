package io.virality.domain.insight;

import java.util.List;

/**
 * A part of the catalogue: entries on one subject.
 *
 * @param name what they are about, for example {@code Influencer impact}
 * @param topics the entries, in the order in which they are listed
 */
public record Theme(String name, List<Topic> topics) {

    /** A copy is kept. */
    public Theme {
        topics = List.copyOf(topics);
    }
}
