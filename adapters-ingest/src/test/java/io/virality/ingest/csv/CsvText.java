package io.virality.ingest.csv;

import io.virality.spi.Fields;
import io.virality.spi.Source;
import io.virality.spi.SourceRow;
import io.virality.spi.SourceRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Files for tests, and what is read from them. */
final class CsvText {

    private CsvText() {}

    static Path write(Path file, String content) throws IOException {
        return Files.writeString(file, content);
    }

    /** The same table with its rows and columns in another order; cells in quotes may hold delimiters, but no line ends. */
    static String shuffled(String text, long seed) {
        List<List<String>> table = new ArrayList<>();
        for (String line : text.lines().toList()) {
            table.add(Arrays.asList(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)));
        }
        Random random = new Random(seed);
        List<Integer> order = new ArrayList<>();
        for (int column = 0; column < table.get(0).size(); column++) {
            order.add(column);
        }
        Collections.shuffle(order, random);
        Collections.shuffle(table.subList(1, table.size()), random);
        StringBuilder shuffled = new StringBuilder();
        for (List<String> row : table) {
            shuffled.append(String.join(",", order.stream().map(row::get).toList()))
                    .append('\n');
        }
        return shuffled.toString();
    }

    static Map<String, String> said(SourceRow row) {
        Map<String, String> said = new TreeMap<>();
        for (String field : Fields.all()) {
            if (row.field(field) != null) {
                said.put(field, row.field(field));
            }
        }
        return said;
    }

    static List<SourceRow> rows(Source source) throws Exception {
        List<SourceRow> all = new ArrayList<>();
        try (SourceRows rows = source.read(Optional.empty())) {
            for (SourceRow row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
        }
        return all;
    }
}
