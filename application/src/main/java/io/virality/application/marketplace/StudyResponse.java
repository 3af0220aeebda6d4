package io.virality.application.marketplace;

import io.virality.application.Failure;
import io.virality.application.Suggestion;
import io.virality.application.port.Tables;
import io.virality.application.port.Tables.Column;
import io.virality.application.port.Tables.Type;
import io.virality.domain.response.Allocation;
import io.virality.domain.response.MediaSeries;
import io.virality.domain.response.ResponseStudy;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Studies how sales in a table respond to spending, and how a budget is best divided. */
public final class StudyResponse {

    private static final double DAYS_A_YEAR = 365.25;

    /** Months differ in length. */
    private static final double LONGEST_GAP = 1.5;

    private final Tables tables;

    @Inject
    StudyResponse(Tables tables) {
        this.tables = tables;
    }

    /**
     * What is asked.
     *
     * @param file a table, each of whose rows is a period
     * @param time the column that tells when it begins
     * @param spend the columns of what was spent, by channel
     * @param value the column of what was brought
     * @param controls columns of what else moves it
     * @param budget of a period, to divide; empty for what is spent today
     * @param limits of channels; a channel without any may get up to the most that it ever got
     * @param seed of the draws
     */
    public record Question(
            Path file,
            String time,
            List<String> spend,
            String value,
            List<String> controls,
            Optional<Double> budget,
            Map<String, Allocation.Limits> limits,
            long seed) {}

    /**
     * The study.
     *
     * @throws Failure {@code INVALID_INPUT} if a column is missing, a cell is none or cannot be read, a limit names no channel,
     *     or there are too few periods
     */
    public ResponseStudy study(Question question, Tables.Progress progress) {
        for (String limited : question.limits().keySet()) {
            if (!question.spend().contains(limited)) {
                throw Failure.invalid("a limit of '" + limited + "', which is no column of spending that is asked for");
            }
        }
        List<Column> columns = columns(question);
        List<double[]> rows = read(question, columns, progress);
        double[][] told = new double[columns.size()][rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                told[column][row] = rows.get(row)[column];
                if (Double.isNaN(told[column][row])) {
                    throw Failure.invalid(question.file() + " has an empty cell in '"
                            + columns.get(column).name() + "': every period must tell all columns (0 for nothing)");
                }
            }
        }
        int channels = question.spend().size();
        try {
            MediaSeries series = new MediaSeries(
                    question.spend(),
                    List.of(told).subList(2, 2 + channels).toArray(double[][]::new),
                    told[1],
                    List.of(told).subList(2 + channels, told.length).toArray(double[][]::new),
                    yearly(told[0]));
            return ResponseStudy.of(
                    series,
                    Optional.of(limits(question, series)),
                    question.budget(),
                    question.seed(),
                    ResponseStudy.USUAL_DRAWS);
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, question.file() + ": " + e.getMessage(), e);
        }
    }

    private List<Column> columns(Question question) {
        List<String> there = tables.columns(question.file());
        List<Column> columns = new ArrayList<>(List.of(new Column(question.time(), Type.TIME)));
        Stream.of(List.of(question.value()), question.spend(), question.controls())
                .flatMap(List::stream)
                .forEach(name -> columns.add(new Column(name, Type.NUMBER)));
        for (Column column : columns) {
            if (!there.contains(column.name())) {
                throw Failure.invalid(question.file() + " has no column '" + column.name() + "'"
                        + Suggestion.nearest(column.name(), there)
                                .map(near -> "; did you mean '" + near + "'?")
                                .orElse("; it has: " + String.join(", ", there)));
            }
        }
        return columns;
    }

    private List<double[]> read(Question question, List<Column> columns, Tables.Progress progress) {
        List<double[]> rows = Collections.synchronizedList(new ArrayList<>());
        tables.read(
                List.of(question.file()),
                columns,
                () -> batch -> {
                    for (int i = 0; i < batch.size(); i++) {
                        double[] row = new double[columns.size()];
                        for (int column = 0; column < row.length; column++) {
                            row[column] = batch.numbers(column)[i];
                        }
                        rows.add(row);
                    }
                },
                progress);
        rows.sort(Comparator.comparingDouble(row -> row[0]));
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i)[0] == rows.get(i - 1)[0]) {
                throw Failure.invalid(question.file() + " has two rows of one time: each row must be a period");
            }
        }
        double usual = rows.size() < 3 ? 0 : usualDistance(times(rows));
        for (int i = 2; i < rows.size(); i++) {
            if (rows.get(i)[0] - rows.get(i - 1)[0] > LONGEST_GAP * usual) {
                throw Failure.invalid(question.file() + " has no row between "
                        + LocalDate.ofEpochDay((long) rows.get(i - 1)[0]) + " and "
                        + LocalDate.ofEpochDay((long) rows.get(i)[0])
                        + ": what is spent carries over from period to period, so none may be missing");
            }
        }
        return List.copyOf(rows);
    }

    private static double[] times(List<double[]> rows) {
        return rows.stream().mapToDouble(row -> row[0]).toArray();
    }

    /** How many periods a year has. */
    private static double yearly(double[] times) {
        return times.length < 3 ? 0 : DAYS_A_YEAR / usualDistance(times);
    }

    private static double usualDistance(double[] times) {
        double[] distances = new double[times.length - 1];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = times[i + 1] - times[i];
        }
        Arrays.sort(distances);
        return distances[distances.length / 2];
    }

    private static List<Allocation.Limits> limits(Question question, MediaSeries series) {
        List<Allocation.Limits> limits = new ArrayList<>();
        for (int i = 0; i < series.channels().size(); i++) {
            double most = Arrays.stream(series.spend()[i]).max().orElse(0);
            limits.add(question.limits().getOrDefault(series.channels().get(i), new Allocation.Limits(0, most)));
        }
        return limits;
    }
}
