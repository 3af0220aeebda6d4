package io.virality.domain.assignment;

import java.util.List;
import java.util.Map;

/** Lists of values that conditions refer to by name. */
public record Groups(Map<String, List<Attribute>> members) {

    /** No group. */
    public static final Groups NONE = new Groups(Map.of());

    /** Keeps its own copy. */
    public Groups {
        members = Map.copyOf(members);
    }

    /** The members of a group; none if the group is not known. */
    List<Attribute> of(String name) {
        return members.getOrDefault(name, List.of());
    }
}
