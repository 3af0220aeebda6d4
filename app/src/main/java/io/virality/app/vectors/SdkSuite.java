package io.virality.app.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings the cases of GrowthBook's suite, which are lists, and of the file of hashes into the form of all others. */
final class SdkSuite {

    /** Where the right answer stands in a case. */
    private static final Map<String, Integer> ANSWERS = Map.of(
            "hash", 3,
            "getBucketRange", 2,
            "chooseVariation", 3,
            "inNamespace", 3,
            "getEqualWeights", 1,
            "getQueryStringOverride", 4,
            "evalCondition", 3);

    private static final Pattern JOINT = Pattern.compile("joint_split_exp(\\d+)_exp(\\d+)_version(\\d)");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SdkSuite() {}

    /** The cases of all sections. */
    static List<VectorCase> cases(JsonNode root, Path file) {
        List<VectorCase> cases = new ArrayList<>();
        root.properties().stream()
                .filter(section -> section.getValue().isArray())
                .forEach(section -> section.getValue()
                        .forEach(written -> cases.add(new VectorCase(
                                section.getKey() + ": "
                                        + (written.size() > 3 || written.get(0).isTextual() ? written.get(0) : written)
                                                .asText(),
                                section.getKey(),
                                content(written, expected(section.getKey(), written)),
                                file))));
        return cases;
    }

    private static JsonNode expected(String section, JsonNode written) {
        ObjectNode expected = NODES.objectNode();
        switch (section) {
            case "run":
                expected.set("value", written.path(3));
                expected.set("inExperiment", written.path(4));
                expected.set("hashUsed", written.path(5));
                return expected;
            case "stickyBucket":
                expected.set("result", written.path(4));
                expected.set("documents", written.path(5));
                return expected;
            case "feature":
            case "contextualBandit":
                return written.path(3);
            default:
                return expected.set("result", written.path(ANSWERS.getOrDefault(section, written.size() - 1)));
        }
    }

    private static ObjectNode content(JsonNode inputs, JsonNode expected) {
        ObjectNode content = NODES.objectNode();
        content.set("inputs", inputs);
        content.set("expected", expected);
        content.putObject("tolerance").put("abs", 5e-7);
        return content;
    }

    /** A case of the file of hashes. */
    static VectorCase hash(JsonNode written, Path file) {
        ObjectNode expected = written.deepCopy();
        expected.retain("fnv32a_inner", "bucket");
        String id = written.path("seed") + " " + written.path("value") + " " + written.path("version");
        return new VectorCase(id, "hash_bucket", content(written, expected), file);
    }

    /** What the file of hashes says about many hashes at once. */
    static List<VectorCase> distributions(JsonNode distribution, Path file) {
        List<VectorCase> cases = new ArrayList<>();
        for (JsonNode written : distribution.path("uniformity")) {
            cases.add(new VectorCase(
                    "deciles of " + written.path("seed").asText(),
                    "deciles",
                    content(written, NODES.objectNode().set("result", written.path("counts_by_decile"))),
                    file));
        }
        for (var field : distribution.properties()) {
            Matcher named = JOINT.matcher(field.getKey());
            if (named.lookingAt()) {
                ObjectNode inputs = NODES.objectNode()
                        .put("one", "exp-" + named.group(1))
                        .put("other", "exp-" + named.group(2))
                        .put("version", Integer.parseInt(named.group(3)));
                JsonNode expected = NODES.objectNode().set("result", field.getValue());
                cases.add(new VectorCase(field.getKey(), "joint_halves", content(inputs, expected), file));
            }
        }
        return cases;
    }
}
