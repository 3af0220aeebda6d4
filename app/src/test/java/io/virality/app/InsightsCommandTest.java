package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.virality.domain.creator.Tiers;
import io.virality.domain.insight.Catalogue;
import io.virality.domain.insight.Theme;
import io.virality.domain.insight.Topic;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InsightsCommandTest {

    @TempDir
    static Path folder;

    private static Path database;

    @BeforeAll
    static void importDemo() {
        database = folder.resolve("demo.db");
        CommandRun.of("import", "demo", "--database", database, "--set", "creators=300", "--set", "days=5")
                .succeeds();
    }

    @Test
    void the_catalogue_is_listed_by_theme() throws IOException {
        Catalogue catalogue = new Catalogue(Tiers.STANDARD);
        String list = insights().succeeds().out();
        String csv = insights("--format", "csv").succeeds().out();
        for (Theme theme : catalogue.themes()) {
            assertTrue(list.contains(theme.name() + System.lineSeparator()), list);
            for (Topic topic : theme.topics()) {
                assertTrue(list.contains("  " + topic.id() + " "), list);
                assertTrue(list.contains(topic.question()), list);
                assertTrue(csv.contains(theme.name() + "," + topic.id() + ","), csv);
            }
        }
        assertTrue(list.contains("minFollowers=100000, limit=10, definition=…"), list);
        JsonNode document = new ObjectMapper()
                .readTree(insights("--format", "json").succeeds().out());
        assertEquals(catalogue.topics().size(), document.get("insights").size());
    }

    @Test
    void an_insight_is_a_json_document_with_the_agreed_columns() throws IOException {
        JsonNode insight = new ObjectMapper()
                .readTree(insights("engagement-by-tier", "--format", "json")
                        .succeeds()
                        .out());
        for (String field : new String[] {
            "insight",
            "question",
            "definition",
            "parameters",
            "columns",
            "rows",
            "n",
            "asOf",
            "computed",
            "sql",
            "data",
            "caveats"
        }) {
            assertTrue(insight.has(field), field);
        }
        assertEquals("simulated", insight.get("data").asText());
        assertEquals("by-views@1", insight.at("/definition/id").asText());
        assertEquals("sqlite", insight.at("/sql/dialect").asText());
        JsonNode row = insight.get("rows").get(0);
        for (String column : new String[] {"tier", "n", "mean", "q1", "median", "q3", "low", "high"}) {
            assertTrue(row.has(column), column);
        }
    }

    @Test
    void a_table_says_that_the_data_is_simulated_what_the_rate_means_and_how_many_there_are() {
        String table = insights("engagement-by-tier").succeeds().out();
        assertTrue(table.contains("SIMULATED DATA"), table);
        assertTrue(table.contains("by-views@1"), table);
        assertTrue(table.contains("n = "), table);
        assertTrue(table.contains("as of "), table);
    }

    @Test
    void csv_has_a_header_and_a_line_for_each_row() {
        String csv = insights("viral-creators", "--format", "csv", "--set", "limit=3", "--set", "minFollowers=1000")
                .succeeds()
                .out();
        assertEquals(
                "handle,nickname,followers,engagement_rate,like_engagement_rate",
                csv.lines().findFirst().orElseThrow());
        assertEquals(4, csv.lines().count());
    }

    @Test
    void the_statement_comes_alone() {
        String sql = insights("viral-creators", "--sql").succeeds().out();
        assertTrue(sql.startsWith("select"), sql);
        assertTrue(sql.strip().endsWith(";"), sql);
    }

    @Test
    void an_unknown_insight_and_an_unknown_parameter_are_said() {
        insights("viral-creator").fails(Main.BAD_INPUT, "viral-creators");
        insights("viral-creators", "--set", "limits=3").fails(Main.BAD_INPUT, "limits");
    }

    @Test
    void without_a_database_the_way_to_one_is_said() {
        CommandRun.of("insights", "viral-creators", "--database", folder.resolve("none.db"))
                .fails(Main.BAD_INPUT, "none.db", "import");
    }

    private static CommandRun insights(String... arguments) {
        Object[] all = new Object[arguments.length + 3];
        all[0] = "insights";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--database";
        all[arguments.length + 2] = database;
        return CommandRun.of(all);
    }
}
