package io.virality.persistence;

import io.virality.domain.assignment.Attribute;
import io.virality.domain.assignment.Attribute.Field;
import io.virality.domain.assignment.Attribute.Fields;
import io.virality.domain.assignment.Attribute.Figure;
import io.virality.domain.assignment.Attribute.Many;
import io.virality.domain.assignment.Attribute.Text;
import io.virality.domain.assignment.Attribute.Truth;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Attributes as SQLite keeps them: JSON, which its own functions read. */
final class AttributeJson {

    private AttributeJson() {}

    static String write(Attribute attribute) {
        if (attribute instanceof Fields fields) {
            return fields.fields().stream()
                    .map(field -> quoted(field.name()) + ":" + write(field.value()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (attribute instanceof Many many) {
            return many.values().stream().map(AttributeJson::write).collect(Collectors.joining(",", "[", "]"));
        }
        if (attribute instanceof Figure figure && Double.isInfinite(figure.value())) {
            // The numbers of JSON have an end, but none at which the reader would not find this.
            return figure.value() < 0 ? "-9e999" : "9e999";
        }
        return attribute instanceof Text text ? quoted(text.value()) : attribute.text();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** The fields of an object that was written before. */
    static Fields read(Statements statements, String json) throws SQLException {
        Map<Long, List<Node>> children = new HashMap<>();
        List<Node> nodes = statements.all(
                "select id, parent, key, type, atom from json_tree(" + MetricSql.text(json) + ")", Node::of);
        nodes.forEach(node -> children.computeIfAbsent(node.parent, parent -> new ArrayList<>())
                .add(node));
        return (Fields) attribute(nodes.get(0), children);
    }

    /** A value, as {@code json_tree} lists it: what holds it comes before it. */
    private record Node(long id, long parent, String key, String type, String atom) {

        static Node of(ResultSet row) throws SQLException {
            return new Node(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getString(5));
        }
    }

    private static Attribute attribute(Node node, Map<Long, List<Node>> children) {
        List<Node> parts = children.getOrDefault(node.id, List.of()).stream()
                // The outermost has no parent, which reads as 0, as does its own number.
                .filter(part -> part != node)
                .toList();
        return switch (node.type) {
            case "object" ->
                new Fields(parts.stream()
                        .map(part -> new Field(part.key, attribute(part, children)))
                        .toList());
            case "array" ->
                new Many(parts.stream().map(part -> attribute(part, children)).toList());
            case "text" -> new Text(node.atom);
            case "true", "false" -> new Truth(node.type.equals("true"));
            case "null" -> Attribute.ABSENT;
            default -> new Figure(Double.parseDouble(node.atom));
        };
    }
}
