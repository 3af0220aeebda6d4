package io.virality.web;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that an operation may be told.
 *
 * @param name in the address
 * @param place where in the address it stands
 * @param schema its JSON Schema
 * @param meaning in words
 */
record Parameter(String name, Place place, Map<String, Object> schema, String meaning) {

    /** A copy of the schema is kept, in the order of its words. */
    Parameter {
        schema = Collections.unmodifiableMap(new TreeMap<>(schema));
    }

    /** Where a parameter stands. */
    enum Place {
        /** Between slashes; never missing. */
        PATH,
        /** Behind the question mark; may be left out. */
        QUERY
    }

    static Parameter inPath(String name, String meaning) {
        return new Parameter(name, Place.PATH, Map.of("type", "string"), meaning);
    }

    static Parameter text(String name, String meaning) {
        return new Parameter(name, Place.QUERY, Map.of("type", "string"), meaning);
    }

    static Parameter flag(String name, String meaning) {
        return new Parameter(name, Place.QUERY, Map.of("type", "boolean"), meaning);
    }

    static Parameter number(String name, String meaning) {
        return new Parameter(name, Place.QUERY, Map.of("type", "integer"), meaning);
    }

    static Parameter count(String name, String meaning) {
        return new Parameter(name, Place.QUERY, Map.of("type", "integer", "minimum", 0), meaning);
    }

    static Parameter between(long least, long most, String name, String meaning) {
        return new Parameter(name, Place.QUERY, Map.of("type", "integer", "minimum", least, "maximum", most), meaning);
    }

    static Parameter oneOf(List<String> choices, String name, String meaning) {
        return new Parameter(name, Place.QUERY, Map.of("type", "string", "enum", choices), meaning);
    }

    /** The same, with what is meant when it is left out. */
    Parameter usually(Object value) {
        Map<String, Object> more = new TreeMap<>(schema);
        more.put("default", value);
        return new Parameter(name, place, more, meaning);
    }
}
