package io.virality.ingest.csv;

import java.util.function.UnaryOperator;

/**
 * What a column of a file means.
 *
 * @param name the column's name in the header
 * @param field the field it fills: one of {@link io.virality.spi.Fields}
 * @param converter from a cell's text to the field's text
 */
record Column(String name, String field, UnaryOperator<String> converter) {

    /** A column whose cells are the field's text as they stand. */
    Column(String name, String field) {
        this(name, field, UnaryOperator.identity());
    }
}
