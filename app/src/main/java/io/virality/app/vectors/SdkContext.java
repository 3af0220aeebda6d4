package io.virality.app.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.virality.domain.assignment.Assignment;
import io.virality.domain.assignment.Feature;
import io.virality.domain.assignment.Rule;
import io.virality.domain.assignment.ServedExperiment;
import io.virality.domain.assignment.Serving;
import io.virality.domain.assignment.StickyBuckets;
import io.virality.domain.assignment.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The surroundings of a case of GrowthBook's suite: who asks, and what is served. */
final class SdkContext {

    /** What an experiment made of a rule takes over from it. */
    private static final List<String> TAKEN_OVER = List.of(
            "variations",
            "coverage",
            "weights",
            "hashAttribute",
            "fallbackAttribute",
            "disableStickyBucketing",
            "bucketVersion",
            "minBucketVersion",
            "namespace",
            "meta",
            "ranges",
            "name",
            "phase",
            "seed",
            "hashVersion",
            "filters",
            "condition",
            "contextualBandit");

    private final JsonNode json;
    private final Serving serving;
    private final Map<ServedExperiment, JsonNode> descriptions = new IdentityHashMap<>();

    SdkContext(JsonNode json) {
        this.json = json;
        Map<String, Feature> features = new HashMap<>();
        json.path("features").properties().forEach(feature -> features.put(feature.getKey(), feature(feature)));
        this.serving = new Serving(
                features,
                SdkJson.groups(json.path("savedGroups")),
                json.path("enabled").asBoolean(true),
                json.path("qaMode").asBoolean());
    }

    private Feature feature(Map.Entry<String, JsonNode> feature) {
        List<Rule> rules = new ArrayList<>();
        for (JsonNode written : feature.getValue().path("rules")) {
            JsonNode read = routed(written);
            Rule rule = SdkJson.rule(read, feature.getKey());
            if (rule instanceof Rule.Tested tested) {
                descriptions.put(tested.experiment(), description(read, tested.experiment()));
            }
            rules.add(rule);
        }
        return new Feature(SdkJson.attribute(feature.getValue().path("defaultValue")), rules);
    }

    private static JsonNode description(JsonNode rule, ServedExperiment experiment) {
        ObjectNode description = rule.deepCopy();
        description.retain(TAKEN_OVER);
        return description.put("key", experiment.key());
    }

    /** A rule of a contextual bandit is an experiment with the weights of the first context that holds. */
    private JsonNode routed(JsonNode rule) {
        if (!rule.has("contextualVariations")) {
            return rule;
        }
        ObjectNode experiment = rule.deepCopy();
        experiment.set("variations", experiment.remove("contextualVariations"));
        JsonNode bandit = json.path("contextualBandits")
                .path(rule.path("contextualBanditRef").asText());
        if (bandit.isObject()) {
            Optional<JsonNode> leaf = SdkJson.elements(bandit.path("contexts")).stream()
                    .filter(context -> SdkJson.condition(context.path("condition"))
                            .holds(SdkJson.fields(json.path("attributes")), SdkJson.groups(json.path("savedGroups"))))
                    .findFirst();
            leaf.ifPresent(context -> experiment.set("weights", context.path("weights")));
            ObjectNode told = experiment.putObject("contextualBandit");
            told.put(
                    "leafId",
                    leaf.map(context -> context.path("leafId").asInt()).orElse(-1));
            told.set("variationWeights", experiment.path("weights"));
            told.set("banditVersion", bandit.path("banditVersion"));
        }
        return experiment;
    }

    /** What the context's subject gets of an experiment. */
    Assignment run(JsonNode experiment) {
        ObjectNode overridden = experiment.deepCopy();
        JsonNode override = json.path("overrides").path(experiment.path("key").asText());
        if (override instanceof ObjectNode more) {
            overridden.setAll(more);
        }
        return serving.assign(SdkJson.experiment(overridden, ""), subject(Optional.empty()));
    }

    /** The value of a feature, with all that is told of it. */
    Map<String, Object> feature(String key) {
        Feature.Answer answer = serving.value(key, subject(Optional.empty()));
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("value", SdkJson.json(answer.value()));
        told.put("on", answer.on());
        told.put("off", !answer.on());
        told.put("source", camel(answer.source().name()));
        told.put("ruleId", answer.rule());
        answer.assignment().ifPresent(assignment -> {
            told.put("experiment", descriptions.get(assignment.experiment()));
            told.put("experimentResult", result(assignment, key));
        });
        return told;
    }

    /** What sticks after a feature was asked for: its assignment, absent if it has none, and the subject's buckets. */
    Map<String, Object> sticky(String key, JsonNode documents) {
        StickyBuckets before = buckets(documents);
        Optional<Assignment> assignment =
                serving.value(key, subject(Optional.of(before))).assignment();
        StickyBuckets after =
                assignment.map(found -> Serving.remembered(found, before)).orElse(before);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("result", assignment.map(found -> result(found, key)).orElse(null));
        Map<String, Object> kept = new LinkedHashMap<>();
        after.assignments()
                .forEach((owner, assignments) -> kept.put(
                        owner.attribute() + "||" + owner.value(),
                        Map.of(
                                "attributeName", owner.attribute(),
                                "attributeValue", owner.value(),
                                "assignments", assignments)));
        told.put("documents", kept);
        return told;
    }

    /** Only the subject's own are looked up, by the attributes that rules name. */
    private StickyBuckets buckets(JsonNode documents) {
        List<String> attributes = new ArrayList<>();
        for (JsonNode feature : json.path("features")) {
            for (JsonNode rule : feature.path("rules")) {
                attributes.add(SdkJson.text(rule, "hashAttribute").orElse("id"));
                SdkJson.text(rule, "fallbackAttribute").ifPresent(attributes::add);
            }
        }
        List<JsonNode> all = new ArrayList<>(SdkJson.elements(json.path("stickyBucketAssignmentDocs")));
        all.addAll(SdkJson.elements(documents));
        StickyBuckets buckets = StickyBuckets.NONE;
        for (JsonNode document : all) {
            String attribute = document.path("attributeName").asText();
            String value = document.path("attributeValue").asText();
            if (attributes.contains(attribute)
                    && value.equals(json.path("attributes").path(attribute).asText())) {
                for (var assignment : document.path("assignments").properties()) {
                    buckets = buckets.with(
                            new StickyBuckets.Owner(attribute, value),
                            assignment.getKey(),
                            assignment.getValue().asText());
                }
            }
        }
        return buckets;
    }

    private Subject subject(Optional<StickyBuckets> buckets) {
        Map<String, Integer> forced = new HashMap<>();
        json.path("forcedVariations")
                .properties()
                .forEach(entry -> forced.put(entry.getKey(), entry.getValue().asInt()));
        return new Subject(
                SdkJson.fields(json.path("attributes")), json.path("url").asText(), forced, buckets);
    }

    private Map<String, Object> result(Assignment assignment, String feature) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("featureId", feature);
        told.put("key", assignment.key());
        told.put("value", SdkJson.json(assignment.arm().value()));
        told.put("variationId", assignment.variation());
        told.put("inExperiment", assignment.takesPart());
        told.put("hashUsed", assignment.hashed());
        told.put("hashAttribute", assignment.attribute());
        told.put("hashValue", SdkJson.json(assignment.unit()));
        told.put("stickyBucketUsed", assignment.sticky());
        assignment.bucket().ifPresent(bucket -> told.put("bucket", bucket));
        assignment.arm().name().ifPresent(name -> told.put("name", name));
        descriptions
                .get(assignment.experiment())
                .path("contextualBandit")
                .properties()
                .forEach(field -> told.put(field.getKey(), field.getValue()));
        return told;
    }

    private static String camel(String constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.toLowerCase(Locale.ROOT).split("_")) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }
}
