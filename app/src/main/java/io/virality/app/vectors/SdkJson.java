package io.virality.app.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.virality.domain.assignment.Allocation;
import io.virality.domain.assignment.Arm;
import io.virality.domain.assignment.Attribute;
import io.virality.domain.assignment.Attribute.Field;
import io.virality.domain.assignment.Attribute.Fields;
import io.virality.domain.assignment.Attribute.Figure;
import io.virality.domain.assignment.Attribute.Many;
import io.virality.domain.assignment.Attribute.Text;
import io.virality.domain.assignment.Attribute.Truth;
import io.virality.domain.assignment.Audience;
import io.virality.domain.assignment.BucketFilter;
import io.virality.domain.assignment.BucketRange;
import io.virality.domain.assignment.Condition;
import io.virality.domain.assignment.Groups;
import io.virality.domain.assignment.HashVersion;
import io.virality.domain.assignment.Hashing;
import io.virality.domain.assignment.Namespace;
import io.virality.domain.assignment.Prerequisite;
import io.virality.domain.assignment.Rule;
import io.virality.domain.assignment.ServedExperiment;
import io.virality.domain.assignment.ServedExperiment.Status;
import io.virality.domain.assignment.Stickiness;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** What GrowthBook's SDKs are told in JSON, as the domain has it. */
final class SdkJson {

    private SdkJson() {}

    static Attribute attribute(JsonNode json) {
        if (json.isTextual()) {
            return new Text(json.textValue());
        }
        if (json.isNumber()) {
            return new Figure(json.doubleValue());
        }
        if (json.isBoolean()) {
            return new Truth(json.booleanValue());
        }
        if (json.isArray()) {
            return new Many(attributes(json));
        }
        return json.isObject() ? fields(json) : Attribute.ABSENT;
    }

    static List<Attribute> attributes(JsonNode list) {
        return elements(list).stream().map(SdkJson::attribute).toList();
    }

    static Fields fields(JsonNode json) {
        return new Fields(json.properties().stream()
                .map(field -> new Field(field.getKey(), attribute(field.getValue())))
                .toList());
    }

    static JsonNode json(Attribute attribute) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (attribute instanceof Text text) {
            return nodes.textNode(text.value());
        }
        if (attribute instanceof Figure figure) {
            return nodes.numberNode(figure.value());
        }
        if (attribute instanceof Truth truth) {
            return nodes.booleanNode(truth.value());
        }
        if (attribute instanceof Many many) {
            return nodes.arrayNode()
                    .addAll(many.values().stream().map(SdkJson::json).toList());
        }
        if (attribute instanceof Fields fields) {
            ObjectNode object = nodes.objectNode();
            fields.fields().forEach(field -> object.set(field.name(), json(field.value())));
            return object;
        }
        return nodes.nullNode();
    }

    static Groups groups(JsonNode json) {
        Map<String, List<Attribute>> members = new HashMap<>();
        json.properties().forEach(group -> members.put(group.getKey(), attributes(group.getValue())));
        return new Groups(members);
    }

    static Condition condition(JsonNode json) {
        return Condition.of(fields(json));
    }

    static BucketRange range(JsonNode pair) {
        return new BucketRange(pair.get(0).asDouble(), pair.get(1).asDouble());
    }

    static List<BucketRange> ranges(JsonNode list) {
        return elements(list).stream().map(SdkJson::range).toList();
    }

    static Namespace namespace(JsonNode triple) {
        return new Namespace(
                triple.get(0).asText(), triple.get(1).asDouble(), triple.get(2).asDouble());
    }

    /** The experiment of this description; its key where the description gives none. */
    static ServedExperiment experiment(JsonNode json, String key) {
        List<JsonNode> values = elements(json.path("variations"));
        Allocation allocation = json.has("ranges")
                ? new Allocation(ranges(json.get("ranges")))
                : Allocation.of(values.size(), json.path("coverage").asDouble(1), Numbers.list(json.path("weights")));
        Audience audience = new Audience(
                filters(json),
                json.has("namespace") && !json.has("filters")
                        ? Optional.of(namespace(json.get("namespace")))
                        : Optional.empty(),
                condition(json.path("condition")),
                prerequisites(json));
        return new ServedExperiment(
                json.path("key").asText(key),
                IntStream.range(0, values.size())
                        .mapToObj(i -> arm(values.get(i), json.path("meta").path(i)))
                        .toList(),
                hashing(json, json.path("key").asText(key)),
                allocation,
                audience,
                new Stickiness(
                        sticky(json),
                        json.path("bucketVersion").asInt(),
                        json.path("minBucketVersion").asInt()),
                status(json),
                json.has("force") ? OptionalInt.of(json.get("force").asInt(-1)) : OptionalInt.empty());
    }

    private static boolean sticky(JsonNode json) {
        return !json.path("disableStickyBucketing").asBoolean();
    }

    private static Status status(JsonNode json) {
        if (json.path("status").asText().equals("draft") || !json.path("active").asBoolean(true)) {
            return Status.INACTIVE;
        }
        return json.path("status").asText().equals("stopped") ? Status.STOPPED : Status.RUNNING;
    }

    private static Arm arm(JsonNode value, JsonNode meta) {
        return new Arm(
                attribute(value),
                text(meta, "key"),
                text(meta, "name"),
                meta.path("passthrough").asBoolean());
    }

    private static Hashing hashing(JsonNode json, String seed) {
        return new Hashing(
                text(json, "seed").orElse(seed),
                text(json, "hashAttribute").orElse(Hashing.USUAL_ATTRIBUTE),
                text(json, "fallbackAttribute"),
                version(json, 1));
    }

    private static HashVersion version(JsonNode json, int usual) {
        return HashVersion.of(json.path("hashVersion").asInt(usual));
    }

    private static List<BucketFilter> filters(JsonNode json) {
        return elements(json.path("filters")).stream()
                .map(filter -> new BucketFilter(
                        filter.path("seed").asText(),
                        ranges(filter.path("ranges")),
                        text(filter, "attribute").orElse(Hashing.USUAL_ATTRIBUTE),
                        version(filter, 2)))
                .toList();
    }

    private static List<Prerequisite> prerequisites(JsonNode json) {
        return elements(json.path("parentConditions")).stream()
                .map(parent -> new Prerequisite(
                        parent.path("id").asText(),
                        condition(parent.path("condition")),
                        parent.path("gate").asBoolean()))
                .toList();
    }

    /** A rule of a feature whose key stands in for what the rule does not say. */
    static Rule rule(JsonNode json, String feature) {
        String id = json.path("id").asText();
        if (json.has("force")) {
            JsonNode described = sticky(json) ? json : without(json, "fallbackAttribute");
            return new Rule.Forced(
                    id,
                    prerequisites(json),
                    filters(json),
                    condition(json.path("condition")),
                    new Rule.Rollout(
                            hashing(described, feature),
                            json.has("range") ? Optional.of(range(json.get("range"))) : Optional.empty(),
                            json.has("coverage")
                                    ? OptionalDouble.of(json.get("coverage").asDouble())
                                    : OptionalDouble.empty()),
                    attribute(json.get("force")));
        }
        return json.has("variations")
                ? new Rule.Tested(
                        id,
                        prerequisites(json),
                        filters(json),
                        // A rule asks for its prerequisites itself.
                        experiment(without(json, "parentConditions"), feature))
                : new Rule.Gate(id, prerequisites(json), filters(json));
    }

    private static JsonNode without(JsonNode json, String field) {
        ObjectNode copy = json.deepCopy();
        copy.remove(field);
        return copy;
    }

    /** A text that says something; an empty one does not. */
    static Optional<String> text(JsonNode json, String field) {
        return Optional.of(json.path(field).asText()).filter(text -> !text.isEmpty() && json.hasNonNull(field));
    }

    static List<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }
}
