package io.virality.app.vectors;

import java.util.List;

/**
 * How a case came out.
 *
 * @param id of the case
 * @param method of the case
 * @param differences what is wrong; empty if it passed
 */
public record Verdict(String id, String method, List<String> differences) {

    /** A copy of the list is kept. */
    public Verdict {
        differences = List.copyOf(differences);
    }

    /** Whether the answer is the expected one. */
    public boolean passed() {
        return differences.isEmpty();
    }
}
