package io.virality.domain.insight;

import java.util.List;

/**
 * What a question makes of the evidence.
 *
 * @param rows the rows with all columns
 * @param caveats what the reader must know
 */
public record Conclusion(List<Row> rows, List<String> caveats) {

    /** Copies are kept. */
    public Conclusion {
        rows = List.copyOf(rows);
        caveats = List.copyOf(caveats);
    }
}
