package io.virality.app.vectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.virality.application.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads files of test vectors: <code>{"meta": {…}, "cases": [{"id", "method", "inputs", "settings", "expected", "tolerance"}]}</code>. */
public final class VectorFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private VectorFile() {}

    /**
     * The cases of a file. Cases that name no method are about a file of measurements: their method is that file's name.
     *
     * @throws Failure if the file cannot be read, or holds no cases
     */
    public static List<VectorCase> read(Path file) {
        JsonNode root = parse(file);
        if (root.path("hash").isArray()) {
            return SdkSuite.cases(root, file);
        }
        if (!root.path("cases").isArray()) {
            throw new Failure(Failure.Kind.INVALID_INPUT, file + " holds no \"cases\"");
        }
        String measured = root.path("meta").path("data_file").asText();
        String subject = measured.substring(measured.lastIndexOf('/') + 1);
        List<VectorCase> cases = new ArrayList<>();
        for (JsonNode content : root.path("cases")) {
            if (content.has("fnv32a_inner")) {
                cases.add(SdkSuite.hash(content, file));
                continue;
            }
            String id = content.path("id").asText("case " + (cases.size() + 1));
            cases.add(new VectorCase(id, content.path("method").asText(subject), content, file));
        }
        cases.addAll(SdkSuite.distributions(root.path("distribution"), file));
        return cases;
    }

    private static JsonNode parse(Path file) {
        try {
            return JSON.readTree(Files.newBufferedReader(file));
        } catch (JsonProcessingException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, file + " is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, "cannot read " + file, e);
        }
    }
}
