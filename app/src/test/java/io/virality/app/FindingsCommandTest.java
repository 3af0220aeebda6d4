package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.virality.domain.finding.Claim;
import io.virality.domain.finding.Claims;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsCommandTest {

    private static final Path FOLDER = Path.of("../../shared/data");

    @TempDir
    Path folder;

    @Test
    void every_claim_is_listed_and_findings_on_simulated_data_say_so() {
        Path database = folder.resolve("demo.db");
        CommandRun.of("import", "demo", "--database", database, "--set", "creators=120", "--set", "days=40")
                .succeeds();
        String table =
                CommandRun.of("findings", "--database", database).succeeds().out();
        for (Claim claim : Claims.ALL) {
            assertTrue(table.contains(claim.id()), table);
            assertTrue(table.contains(claim.words()), table);
        }
        assertTrue(table.contains("On simulated data."), table);
        String csv = CommandRun.of("findings", "--database", database, "--format", "csv")
                .succeeds()
                .out();
        assertTrue(csv.startsWith("claim,verdict,effect,estimate,low,high,reference,p"), csv);
        String sql = CommandRun.of("findings", "micro-engages-more", "--database", database, "--sql")
                .succeeds()
                .out();
        assertTrue(sql.endsWith(";" + System.lineSeparator()), sql);
        assertFalse(sql.contains("VERDICT"), sql);
        CommandRun.of("findings", "moon-is-cheese", "--database", database)
                .fails(Main.BAD_INPUT, "no claim 'moon-is-cheese'", "micro-engages-more");
    }

    @Tag("real-data")
    @Test
    void the_real_files_give_an_honest_verdict_of_every_claim() throws IOException {
        Path database = folder.resolve("real.db");
        for (String name : new String[] {"creators/tiktok_profiles.csv", "videos/tiktok_creator_videos_2020-11.csv"}) {
            Path file = FOLDER.resolve(name);
            assumeTrue(Files.exists(file), () -> file + " is missing: its findings are not tested");
            CommandRun.of("import", "csv", file, "--database", database).succeeds();
        }
        JsonNode findings = new ObjectMapper()
                .readTree(CommandRun.of("findings", "--database", database, "--format", "json")
                        .succeeds()
                        .out())
                .get("findings");
        Map<String, JsonNode> byClaim = new HashMap<>();
        findings.forEach(finding -> byClaim.put(finding.get("id").asText(), finding));

        assertVerdict("contradicted", byClaim.get("mid-tier-engages-more"));
        assertVerdict("contradicted", byClaim.get("micro-engages-more"));
        assertVerdict("inconclusive", byClaim.get("engagement-predicts-virality"));
        assertMissing("of at least 20 creators", byClaim.get("verified-grow-threefold"));
        assertMissing("net sales", byClaim.get("engagement-drives-sales"));
        assertMissing("sponsored videos of at least 20 creators", byClaim.get("verified-partners-perform"));
        JsonNode effect = byClaim.get("mid-tier-engages-more").get("effects").get(0);
        assertTrue(effect.get("high").asDouble() < 1, effect.toString());
        assertEquals(230, effect.get("groups").get(0).get("n").asLong());
        assertEquals(1_201, effect.get("groups").get(1).get("n").asLong());
    }

    private static void assertVerdict(String verdict, JsonNode finding) {
        assertEquals(verdict, finding.get("verdict").asText(), finding.toString());
        assertEquals("real", finding.get("data").asText());
    }

    private static void assertMissing(String words, JsonNode finding) {
        assertVerdict("not-testable", finding);
        assertTrue(finding.get("missing").get(0).asText().contains(words), finding.toString());
    }
}
