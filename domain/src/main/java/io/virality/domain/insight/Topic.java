package io.virality.domain.insight;

import java.util.List;

/**
 * An entry of the catalogue: a question that can be asked of the data.
 *
 * @param id in commands and addresses, for example {@code viral-creators}
 * @param question in words
 * @param parameters what the asker may set
 * @param columns of the answer
 * @param chart how the answer is best drawn
 */
public record Topic(String id, String question, List<Parameter> parameters, List<Column> columns, Chart chart) {

    /** Copies are kept. */
    public Topic {
        parameters = List.copyOf(parameters);
        columns = List.copyOf(columns);
    }

    /** The columns that the statement does not give. */
    public List<String> computed() {
        return columns.stream().filter(Column::computed).map(Column::name).toList();
    }
}
