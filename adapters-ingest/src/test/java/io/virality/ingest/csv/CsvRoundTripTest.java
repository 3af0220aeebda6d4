package io.virality.ingest.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.virality.spi.Fields;
import io.virality.spi.SourceRow;
import io.virality.spi.SourceRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever table is written by a writer that shares nothing with our parser is read back cell by cell. */
class CsvRoundTripTest {

    private static final List<String> FIELDS =
            List.of(Fields.HANDLE, Fields.NICKNAME, Fields.BIOGRAPHY, Fields.CATEGORY, Fields.REGION);
    private static final List<String> PIECES = List.of(
            "a", "Z", "7", " ", ",", ";", "\"", "\"\"", "\n", "\r\n", "\r", "\t", "é", "ß", "日本", "🦋", "👩‍👧", "ا",
            "\\", "#");

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_written_table_is_read_back(long seed) throws Exception {
        Random random = new Random(seed);
        List<List<String>> table = new ArrayList<>();
        for (int rows = 1 + random.nextInt(40); rows > 0; rows--) {
            List<String> row = new ArrayList<>();
            for (int column = 0; column < FIELDS.size(); column++) {
                row.add(cell(random));
            }
            // two rows about one creator would contradict each other
            row.set(0, rows + row.get(0));
            table.add(row);
        }
        String lineEnd = random.nextBoolean() ? "\n" : "\r\n";
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
        List<String> lines = new ArrayList<>();
        text.append(String.join(",", FIELDS)).append(lineEnd);
        for (List<String> row : table) {
            lines.add(Integer.toString(lineOf(text)));
            text.append(String.join(
                            ",", row.stream().map(cell -> quoted(cell, random)).toList()))
                    .append(lineEnd);
        }
        boolean lastLineEnds = random.nextBoolean();
        text.setLength(text.length() - (lastLineEnds ? 0 : lineEnd.length()));
        Path file = Files.writeString(folder.resolve("table.csv"), text);

        List<List<String>> read = new ArrayList<>();
        List<String> positions = new ArrayList<>();
        try (SourceRows rows =
                new CsvSourceFactory().create("csv", properties(file)).read(Optional.empty())) {
            for (SourceRow row = rows.next(); row != null; row = rows.next()) {
                assertEquals(Optional.empty(), row.defect());
                read.add(FIELDS.stream()
                        .map(row::field)
                        .map(said -> said == null ? "" : said)
                        .toList());
                positions.add(row.position());
            }
            assertNull(rows.next());
        }
        assertEquals(table, read, "seed " + seed);
        assertEquals(lines, positions, "seed " + seed);
    }

    private static Map<String, String> properties(Path file) {
        Map<String, String> properties = new HashMap<>(Map.of("file", file.toString()));
        FIELDS.forEach(field -> properties.put("map." + field, field));
        return properties;
    }

    private static String cell(Random random) {
        StringBuilder cell = new StringBuilder();
        for (int pieces = random.nextInt(8); pieces > 0; pieces--) {
            cell.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return cell.toString();
    }

    private static String quoted(String cell, Random random) {
        boolean needed = cell.contains("\"") || cell.contains(",") || cell.contains("\n") || cell.contains("\r");
        return needed || random.nextInt(3) == 0 ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }

    /** The line in which the next character stands. */
    private static int lineOf(CharSequence text) {
        return text.toString().split("\r\n|\r|\n", -1).length;
    }
}
