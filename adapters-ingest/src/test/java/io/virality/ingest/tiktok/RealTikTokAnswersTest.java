package io.virality.ingest.tiktok;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("real-data")
class RealTikTokAnswersTest {

    private static final Path BODIES = Path.of("..", "..", "shared", "data", "tiktok-api");
    private static final Set<String> OURS = Set.of("research", "display", "oauth", "common");

    @Test
    void every_body_of_our_apis_parses_or_is_refused_by_its_code() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(BODIES), "skipped: no " + BODIES);
        List<String> parsed = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        JsonNode manifest =
                TikTokAnswer.JSON.readTree(BODIES.resolve("manifest.json").toFile());
        for (JsonNode fixture : manifest.get("fixtures")) {
            String file = fixture.get("file").asText();
            if (!OURS.contains(fixture.get("api").asText())) {
                continue;
            }
            TikTokAnswer answer =
                    new TikTokAnswer(fixture.get("http_status").asInt(), Files.readString(BODIES.resolve(file)));
            boolean oauth = fixture.get("api").asText().equals("oauth");
            if (answer.status() < 400) {
                JsonNode data = assertDoesNotThrow(() -> oauth ? answer.token() : answer.data(), file);
                assertTrue(data.isObject() && !data.isEmpty(), file);
                parsed.add(file);
            } else {
                TikTokException refusal = assertThrows(TikTokException.class, () -> parse(answer, oauth), file);
                JsonNode body = TikTokAnswer.JSON.readTree(answer.body());
                String code = oauth
                        ? body.get("error").asText()
                        : body.path("error")
                                .path("code")
                                .asText(body.path("code").asText());
                assertTrue(refusal.getMessage().contains(code), file + ": " + refusal.getMessage());
                refused.add(file);
            }
        }
        assertEquals(56, parsed.size() + refused.size(), parsed + " " + refused);
        assertEquals(10, refused.size(), refused.toString());
    }

    private static void parse(TikTokAnswer answer, boolean oauth) throws TikTokException {
        if (oauth) {
            answer.token();
        } else {
            answer.data();
        }
    }
}
