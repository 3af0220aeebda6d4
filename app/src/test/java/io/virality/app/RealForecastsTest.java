package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Forecasts of real series, as the command prints them, against plain loops over what came. */
@Tag("real-data")
class RealForecastsTest {

    private static final Path GROWTH = Path.of("../../shared/data/growth");
    private static final int HORIZON = 30;
    private static final int FEWEST = 30;

    /** Errors and coverage over all points. */
    private static final class Score {

        private double error;
        private double drift;
        private int covered;
        private int points;
        private final Map<String, double[]> scaledByGroup = new TreeMap<>();

        double coverage() {
            return (double) covered / points;
        }

        double medianScaledError() {
            double[] sorted = scaledByGroup.values().stream()
                    .mapToDouble(sum -> sum[0] / sum[1])
                    .sorted()
                    .toArray();
            return sorted[sorted.length / 2];
        }
    }

    @Test
    void followers_are_forecast_better_than_by_drift_and_covered() throws IOException {
        Score score = score(
                "tiktok_followers_daily_2022.csv",
                0,
                List.of("user_id", "date", "followers"),
                List.of("2022-05-05", "2022-05-12", "2022-05-19", "2022-05-26"));
        assertEquals(3_360, score.points);
        double ratio = score.error / score.drift;
        assertTrue(ratio <= .92, "error as a part of drift's: " + ratio);
        assertEquals(.80, score.coverage(), .06);
    }

    @Test
    void weekly_increments_are_forecast_better_than_by_the_week_before_and_covered() throws IOException {
        Score score = score(
                "youtube_weekly_subscribers_2019-2022.csv",
                1,
                List.of("channel", "end_date", "weekly_subscribers"),
                List.of("2020-06-01", "2020-12-01", "2021-06-01", "2021-12-01"));
        assertTrue(score.medianScaledError() < 1, "MASE of the median channel: " + score.medianScaledError());
        assertEquals(.80, score.coverage(), .06);
    }

    private static Score score(String name, int groupPlace, List<String> columns, List<String> origins)
            throws IOException {
        Path file = GROWTH.resolve(name);
        assumeTrue(Files.exists(file), "the development data is not beside the repository: " + file);
        Map<String, TreeMap<LocalDate, Double>> series = series(file, groupPlace, columns);
        Score score = new Score();
        for (String origin : origins) {
            JsonNode document = new ObjectMapper()
                    .readTree(CommandRun.of(
                                    "forecast",
                                    "--series",
                                    file,
                                    "--group",
                                    columns.get(0),
                                    "--time",
                                    columns.get(1),
                                    "--value",
                                    columns.get(2),
                                    "--as-of",
                                    origin,
                                    "--horizon",
                                    HORIZON,
                                    "--format",
                                    "json")
                            .succeeds()
                            .out());
            for (JsonNode forecast : document.get("series")) {
                add(score, forecast, series.get(forecast.get("group").asText()), LocalDate.parse(origin));
            }
        }
        return score;
    }

    private static Map<String, TreeMap<LocalDate, Double>> series(Path file, int groupPlace, List<String> columns)
            throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> header = List.of(lines.get(0).split(","));
        Map<String, TreeMap<LocalDate, Double>> series = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            // Names may hold commas, what stands behind them does not: it is counted from the end.
            String[] cells = line.split(",");
            int shift = cells.length - header.size();
            String value = cells[header.indexOf(columns.get(2)) + shift];
            if (!value.isBlank()) {
                series.computeIfAbsent(cells[groupPlace], unseen -> new TreeMap<>())
                        .merge(
                                LocalDate.parse(cells[header.indexOf(columns.get(1)) + shift]),
                                Double.parseDouble(value),
                                Math::max);
            }
        }
        return series;
    }

    private static void add(Score score, JsonNode forecast, TreeMap<LocalDate, Double> values, LocalDate origin) {
        List<LocalDate> days = new ArrayList<>(values.headMap(origin, true).keySet());
        if (days.size() < FEWEST) {
            return;
        }
        LocalDate last = days.get(days.size() - 1);
        LocalDate first = days.get(days.size() - FEWEST);
        double slope = (values.get(last) - values.get(first)) / ChronoUnit.DAYS.between(first, last);
        double naive = 0;
        for (int i = 1; i < days.size(); i++) {
            naive += Math.abs(values.get(days.get(i)) - values.get(days.get(i - 1))) / (days.size() - 1);
        }
        for (JsonNode point : forecast.get("points")) {
            LocalDate day = LocalDate.parse(point.get("date").asText());
            Double value = values.get(day);
            if (value != null) {
                double error = Math.abs(point.get("value").asDouble() - value);
                double straight = values.get(last) + slope * ChronoUnit.DAYS.between(last, day);
                score.points++;
                score.error += error / value;
                score.drift += Math.abs(straight - value) / value;
                score.covered += value >= point.get("low80").asDouble()
                                && value <= point.get("high80").asDouble()
                        ? 1
                        : 0;
                double[] sum = score.scaledByGroup.computeIfAbsent(
                        forecast.get("group").asText(), unseen -> new double[2]);
                sum[0] += error / naive;
                sum[1]++;
            }
        }
    }
}
