package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attribution, holdouts and response, from files to what a user reads. */
class SpendingCommandsTest {

    @TempDir
    private Path folder;

    @Test
    void the_worked_example_of_the_document_is_printed() throws IOException {
        CommandRun run = attribution("buyer,sold_at,gross\nb1,2026-10-09,100.00\n", "--click-window", "30");
        String gross = run.succeeds().out();
        assertTrue(gross.contains("ada"), gross);
        for (String row : new String[] {
            "ada 0.00 100.00 25.00 14.29 40.00 33.34",
            "bob 0.00 0.00 50.00 57.14 20.00 33.33",
            "cleo 100.00 0.00 25.00 28.57 40.00 33.33",
            "all 100.00 100.00 100.00 100.00 100.00 100.00"
        }) {
            assertTrue(gross.replaceAll(" +", " ").contains(row), row + " in " + gross);
        }
    }

    @Test
    void the_document_tells_credits_that_add_up() throws IOException {
        JsonNode answer = json(attribution(
                "buyer,sold_at,gross,refunds,commission,currency,promo_code\n"
                        + "b1,2026-10-09,100.01,0,10,USD,\nb2,2026-10-09,0.07,0.07,0,USD,\nb9,2026-10-09,5,0,1,USD,DORA\n",
                "--codes",
                file("codes.csv", "promo_code,creator\nDORA,dora\n"),
                "--format",
                "json"));
        assertEquals("105.0800", answer.at("/total/gross").asText());
        assertEquals("5.0000", answer.at("/coded/gross").asText());
        for (int model = 0; model < 6; model++) {
            BigDecimal sum = new BigDecimal(answer.at("/unattributed/gross").asText());
            for (JsonNode source : answer.get("sources")) {
                sum = sum.add(new BigDecimal(
                        source.at("/credits/" + model + "/credit/gross").asText()));
            }
            assertEquals("105.0800", sum.toPlainString());
        }
    }

    @Test
    void currencies_are_not_added_up() throws IOException {
        attribution("buyer,sold_at,gross,currency\nb1,2026-10-09,1,USD\nb2,2026-10-09,1,EUR\n")
                .fails(Main.BAD_INPUT, "USD", "EUR", "added up");
    }

    @Test
    void a_column_that_is_missing_is_named() throws IOException {
        attribution("customer,sold_at,gross\nb1,2026-10-09,1\n").fails(Main.BAD_INPUT, "buyer");
    }

    @Test
    void untouched_regions_tell_what_was_planted_in_the_treated_ones() throws IOException {
        StringBuilder rows = new StringBuilder("day,state,sales\n");
        SplittableRandom random = new SplittableRandom(3);
        for (int region = 0; region < 10; region++) {
            for (int day = 1; day <= 20; day++) {
                double sales = 100 + region + random.nextDouble() + (region < 4 && day > 10 ? 7 : 0);
                rows.append(String.format(Locale.ROOT, "2026-10-%02d,r%d,%.3f%n", day, region, sales));
            }
        }
        JsonNode answer = json(CommandRun.of(
                "holdout",
                "--series",
                file("sales.csv", rows.toString()),
                "--time",
                "day",
                "--region",
                "state",
                "--value",
                "sales",
                "--treated",
                "r0,r1,r2,r3",
                "--start",
                "2026-10-11",
                "--drawn-by-chance",
                "--format",
                "json"));
        assertTrue(answer.get("low").asDouble() < 7 && answer.get("high").asDouble() > 7, answer.toString());
        assertEquals("strong", answer.get("strength").asText());
        assertEquals(10, answer.get("periods").asInt());
        // No weights of the others reach so low: said, and not called strong.
        assertEquals("weak", answer.at("/synthetic/strength").asText());
        assertTrue(answer.at("/synthetic/basis").asText().contains("before"), answer.toString());
    }

    @Test
    void a_response_is_studied_with_warnings_and_a_division_within_its_limits() throws IOException {
        StringBuilder rows = new StringBuilder("week,tv,radio,revenue\n");
        SplittableRandom random = new SplittableRandom(5);
        for (int week = 0; week < 60; week++) {
            double tv = 200 * random.nextDouble();
            rows.append(LocalDate.of(2025, 1, 6).plusWeeks(week))
                    .append(String.format(
                            Locale.ROOT, ",%.2f,50,%.2f%n", tv, 500 + 300 * tv / (tv + 80) + 5 * random.nextDouble()));
        }
        JsonNode answer = json(CommandRun.of(
                "response",
                "--series",
                file("weeks.csv", rows.toString()),
                "--time",
                "week",
                "--spend",
                "tv,radio",
                "--value",
                "revenue",
                "--limit",
                "tv=10:120",
                "--simulated",
                "--format",
                "json"));
        assertEquals("simulated", answer.get("data").asText());
        assertTrue(answer.at("/channels/1/warnings").toString().contains("hardly varies"), answer.toString());
        double best = answer.at("/division/channels/0/best").asDouble();
        assertTrue(best >= 10 && best <= 120, String.valueOf(best));
    }

    @Test
    void a_missing_week_is_refused() throws IOException {
        StringBuilder rows = new StringBuilder("week,tv,revenue\n");
        for (int week = 0; week < 60; week++) {
            if (week != 30) {
                rows.append(LocalDate.of(2025, 1, 6).plusWeeks(week)).append(",1,2\n");
            }
        }
        CommandRun.of(
                        "response",
                        "--series",
                        file("weeks.csv", rows.toString()),
                        "--time",
                        "week",
                        "--spend",
                        "tv",
                        "--value",
                        "revenue")
                .fails(Main.BAD_INPUT, "no row between 2025-07-28 and 2025-08-11");
    }

    private CommandRun attribution(String orders, Object... more) throws IOException {
        Object[] arguments = new Object[5 + more.length];
        arguments[0] = "attribution";
        arguments[1] = "--orders";
        arguments[2] = file("orders.csv", orders);
        arguments[3] = "--touches";
        arguments[4] = file(
                "touches.csv",
                "buyer,at,creator\nb1,2026-10-01,ada\nb1,2026-10-08,bob\nb1,2026-10-08T00:00:01Z,bob\n"
                        + "b1,2026-10-08T00:00:02Z,cleo\nb2,2026-10-01,dora\nb3,2026-10-01,ada\n");
        System.arraycopy(more, 0, arguments, 5, more.length);
        return CommandRun.of(arguments);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static JsonNode json(CommandRun run) throws IOException {
        return new ObjectMapper().readTree(run.succeeds().out());
    }
}
