package io.virality.app.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.domain.assignment.Allocation;
import io.virality.domain.assignment.Assignment;
import io.virality.domain.assignment.Attribute.Fields;
import io.virality.domain.assignment.HashVersion;
import io.virality.domain.assignment.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who gets which variation. */
final class AssignmentFamily {

    static final Map<String, Method> METHODS = Map.ofEntries(
            Map.entry("hash", AssignmentFamily::hash),
            Map.entry("getBucketRange", AssignmentFamily::ranges),
            Map.entry("chooseVariation", AssignmentFamily::choice),
            Map.entry("inNamespace", AssignmentFamily::namespace),
            Map.entry("getEqualWeights", AssignmentFamily::equalWeights),
            Map.entry("getQueryStringOverride", AssignmentFamily::queried),
            Map.entry("evalCondition", AssignmentFamily::condition),
            Map.entry("run", AssignmentFamily::run),
            Map.entry("feature", AssignmentFamily::feature),
            Map.entry("contextualBandit", AssignmentFamily::feature),
            Map.entry("stickyBucket", AssignmentFamily::sticky),
            Map.entry("hash_bucket", AssignmentFamily::bucket),
            Map.entry("deciles", AssignmentFamily::deciles),
            Map.entry("joint_halves", AssignmentFamily::jointHalves));

    private AssignmentFamily() {}

    private static Object hash(VectorCase vector) {
        JsonNode inputs = vector.inputs();
        return result(
                HashVersion.of(inputs.get(2).asInt())
                        .bucket(inputs.get(0).asText(), inputs.get(1).asText())
                        .stream()
                        .boxed()
                        .findFirst());
    }

    private static Object ranges(VectorCase vector) {
        JsonNode given = vector.inputs().get(1);
        return result(Optional.of(
                Allocation.of(given.get(0).asInt(), given.get(1).asDouble(1), Numbers.list(given.path(2)))
                        .ranges()
                        .stream()
                        .map(range -> List.of(range.start(), range.end()))
                        .toList()));
    }

    private static Object choice(VectorCase vector) {
        JsonNode inputs = vector.inputs();
        return result(Optional.of(new Allocation(SdkJson.ranges(inputs.get(2)))
                .variationAt(inputs.get(1).asDouble())
                .orElse(-1)));
    }

    private static Object namespace(VectorCase vector) {
        JsonNode inputs = vector.inputs();
        return result(Optional.of(
                SdkJson.namespace(inputs.get(2)).includes(inputs.get(1).asText())));
    }

    private static Object equalWeights(VectorCase vector) {
        return result(Optional.of(Allocation.equalWeights(vector.inputs().get(0).asInt())));
    }

    private static Object queried(VectorCase vector) {
        JsonNode inputs = vector.inputs();
        Subject subject = new Subject(Fields.NONE, inputs.get(2).asText(), Map.of(), Optional.empty());
        return result(subject.queried(inputs.get(1).asText(), inputs.get(3).asInt()).stream()
                .boxed()
                .findFirst());
    }

    private static Object condition(VectorCase vector) {
        JsonNode inputs = vector.inputs();
        return result(Optional.of(
                SdkJson.condition(inputs.get(1)).holds(SdkJson.fields(inputs.get(2)), SdkJson.groups(inputs.path(4)))));
    }

    private static Object run(VectorCase vector) {
        JsonNode inputs = vector.inputs();
        Assignment assignment = new SdkContext(inputs.get(1)).run(inputs.get(2));
        return Map.of(
                "value", SdkJson.json(assignment.arm().value()),
                "inExperiment", assignment.takesPart(),
                "hashUsed", assignment.hashed());
    }

    private static Object feature(VectorCase vector) {
        JsonNode inputs = vector.inputs();
        return new SdkContext(inputs.get(1)).feature(inputs.get(2).asText());
    }

    private static Object sticky(VectorCase vector) {
        JsonNode inputs = vector.inputs();
        return new SdkContext(inputs.get(1)).sticky(inputs.get(3).asText(), inputs.get(2));
    }

    private static Object bucket(VectorCase vector) {
        JsonNode inputs = vector.inputs();
        String seed = inputs.path("seed").asText();
        String value = inputs.path("value").asText();
        boolean first = inputs.path("version").asInt() == 1;
        return Map.of(
                "fnv32a_inner",
                HashVersion.hash(first ? value + seed : seed + value),
                "bucket",
                HashVersion.of(inputs.path("version").asInt())
                        .bucket(seed, value)
                        .orElseThrow());
    }

    private static Object deciles(VectorCase vector) {
        JsonNode inputs = vector.inputs();
        HashVersion version = HashVersion.of(inputs.path("version").asInt());
        int[] counts = new int[10];
        for (int i = 0; i < 100_000; i++) {
            counts[(int) (10 * bucket(version, inputs.path("seed").asText(), i))]++;
        }
        return result(Optional.of(counts));
    }

    private static Object jointHalves(VectorCase vector) {
        JsonNode inputs = vector.inputs();
        HashVersion version = HashVersion.of(inputs.path("version").asInt());
        int[][] cells = new int[2][2];
        for (int i = 0; i < 100_000; i++) {
            int one = (int) (2 * bucket(version, inputs.path("one").asText(), i));
            int other = (int) (2 * bucket(version, inputs.path("other").asText(), i));
            cells[one][other]++;
        }
        return result(Optional.of(cells));
    }

    private static double bucket(HashVersion version, String seed, int unit) {
        return version.bucket(seed, "user" + unit).orElseThrow();
    }

    private static Map<String, Object> result(Optional<?> result) {
        Map<String, Object> answer = new HashMap<>();
        answer.put("result", result.orElse(null));
        return answer;
    }
}
