package io.virality.web;

import io.virality.domain.assignment.Attribute;
import io.virality.domain.assignment.Attribute.Field;
import io.virality.domain.assignment.Attribute.Fields;
import io.virality.domain.assignment.Attribute.Figure;
import io.virality.domain.assignment.Attribute.Many;
import io.virality.domain.assignment.Attribute.Text;
import io.virality.domain.assignment.Attribute.Truth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Attributes as JSON has them: maps, lists, texts, numbers, truth values and null. */
final class PlainValues {

    private PlainValues() {}

    static Fields fields(Map<?, ?> object) {
        return new Fields(object.entrySet().stream()
                .map(entry -> new Field(String.valueOf(entry.getKey()), attribute(entry.getValue())))
                .toList());
    }

    static Attribute attribute(Object value) {
        if (value instanceof Map<?, ?> object) {
            return fields(object);
        }
        if (value instanceof List<?> list) {
            return new Many(list.stream().map(PlainValues::attribute).toList());
        }
        if (value instanceof Number number) {
            return new Figure(number.doubleValue());
        }
        if (value instanceof Boolean truth) {
            return new Truth(truth);
        }
        return value == null ? Attribute.ABSENT : new Text(value.toString());
    }

    static Map<String, Object> of(Fields fields) {
        Map<String, Object> object = new LinkedHashMap<>();
        fields.fields().forEach(field -> object.put(field.name(), of(field.value())));
        return object;
    }

    private static Object of(Attribute attribute) {
        if (attribute instanceof Fields fields) {
            return of(fields);
        }
        if (attribute instanceof Many many) {
            return many.values().stream().map(PlainValues::of).toList();
        }
        if (attribute instanceof Figure figure) {
            double value = figure.value();
            return value == Math.rint(value) && Math.abs(value) < 1L << 53 ? (Object) (long) value : (Object) value;
        }
        if (attribute instanceof Truth truth) {
            return truth.value();
        }
        return attribute instanceof Text text ? text.value() : null;
    }
}
