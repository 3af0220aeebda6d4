package io.virality.app.vectors;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A CSV file that cases are about, in memory.
 *
 * @param columns the cells by column, as they stand there
 */
record Measurements(Map<String, List<String>> columns) {

    private static final Map<Path, Measurements> READ = new ConcurrentHashMap<>();

    /**
     * The file of that name that lies nearest: beside the vectors, or in a folder above them or above the one that the
     * command is run in.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Measurements near(Path vectors, String name) {
        return Stream.of(vectors.toAbsolutePath().normalize(), Path.of("").toAbsolutePath())
                .flatMap(start -> Stream.iterate(start, folder -> folder != null, Path::getParent))
                .flatMap(folder -> Stream.of(
                        folder.resolve(name),
                        folder.resolve("experiments").resolve(name),
                        folder.resolve("shared/data/experiments").resolve(name)))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(file -> READ.computeIfAbsent(file, Measurements::read))
                .orElseThrow(() -> new IllegalArgumentException("the measurements are missing: " + name));
    }

    private static Measurements read(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            List<String> names = cells(reader.readLine().replace("\uFEFF", ""));
            Map<String, List<String>> columns = new LinkedHashMap<>();
            names.forEach(name -> columns.put(name, new ArrayList<>()));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                List<String> cells = cells(line);
                for (int i = 0; i < names.size(); i++) {
                    columns.get(names.get(i)).add(i < cells.size() ? cells.get(i) : "");
                }
            }
            return new Measurements(columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cells in quotes may hold commas; these files have no quotes within quotes. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    int size() {
        return columns.values().iterator().next().size();
    }

    List<String> column(String name) {
        List<String> column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("no column '" + name + "', but " + columns.keySet());
        }
        return column;
    }

    /** The column that holds that word. */
    String columnWith(String word) {
        return columns.entrySet().stream()
                .filter(column -> column.getValue().contains(word))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column holds '" + word + "'"));
    }

    /** The rows of which that holds. */
    Measurements where(Predicate<Map<String, String>> condition) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        columns.keySet().forEach(name -> kept.put(name, new ArrayList<>()));
        for (int i = 0; i < size(); i++) {
            int row = i;
            Map<String, String> cells = new LinkedHashMap<>();
            columns.forEach((name, column) -> cells.put(name, column.get(row)));
            if (condition.test(cells)) {
                cells.forEach((name, cell) -> kept.get(name).add(cell));
            }
        }
        return new Measurements(kept);
    }

    /** A column as numbers; {@code true} and {@code false} are 1 and 0. */
    double[] numbers(String name) {
        return column(name).stream().mapToDouble(Measurements::number).toArray();
    }

    private static double number(String cell) {
        return switch (cell) {
            case "True", "true" -> 1;
            case "False", "false" -> 0;
            default -> Double.parseDouble(cell);
        };
    }

    double sum(String name) {
        return Arrays.stream(numbers(name)).sum();
    }
}
