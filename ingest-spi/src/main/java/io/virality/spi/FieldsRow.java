package io.virality.spi;

import java.util.Map;
import java.util.TreeMap;

/** A row that is just its fields. */
record FieldsRow(String kind, String position, Map<String, String> fields) implements SourceRow {

    @Override
    public String field(String name) {
        return fields.get(name);
    }

    @Override
    public String raw() {
        return new TreeMap<>(fields).toString();
    }
}
