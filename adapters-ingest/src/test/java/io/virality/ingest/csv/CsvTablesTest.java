package io.virality.ingest.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.application.Failure;
import io.virality.application.port.Tables;
import io.virality.application.port.Tables.Column;
import io.virality.application.port.Tables.Type;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTablesTest {

    private static final List<Column> COLUMNS = List.of(
            new Column("unit", Type.KEY),
            new Column("arm", Type.LABEL),
            new Column("bought", Type.FLAG),
            new Column("sales", Type.NUMBER));

    @TempDir
    Path folder;

    private final Tables tables = new CsvTables(1);

    /** What is read: as texts, for comparing. */
    private static final class Rows implements Tables.Reader {

        private final List<String> rows = new ArrayList<>();

        @Override
        public void read(Tables.Batch batch) {
            for (int i = 0; i < batch.size(); i++) {
                rows.add(batch.keys(0)[i] + " " + batch.labels(1)[i] + " " + batch.numbers(2)[i] + " "
                        + batch.numbers(3)[i]);
            }
        }
    }

    private List<String> read(Tables from, Path... files) {
        List<Rows> readers = new ArrayList<>();
        from.read(
                List.of(files),
                COLUMNS,
                () -> {
                    Rows rows = new Rows();
                    readers.add(rows);
                    return rows;
                },
                (bytes, all) -> {});
        return readers.stream().flatMap(reader -> reader.rows.stream()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-02, 1",
        "1969-12-31, -1",
        "1970-01-01T12:00:00Z, .5",
        "1970-01-01 06:00, .25",
        "1970-01-02T01:00:00+01:00, 1",
        "1970-01-01T00:00:00.000Z, 0",
        "NA, NaN"
    })
    void times_are_days_since_1970_in_utc(String text, double days) throws IOException {
        List<Double> read = new ArrayList<>();
        tables.read(
                List.of(file("at\n" + text + "\n")),
                List.of(new Column("at", Type.TIME)),
                () -> batch -> read.add(batch.numbers(0)[0]),
                (bytes, all) -> {});
        assertEquals(List.of(days), read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2022-13-01", "2022-02-30", "22-01-01", "2022/01/01", "1", "2022-01-01T25:00"})
    void what_is_no_time_is_refused(String text) throws IOException {
        Path file = file("at\n" + text + "\n");
        List<Column> columns = List.of(new Column("at", Type.TIME));
        Failure failure = assertThrows(
                Failure.class, () -> tables.read(List.of(file), columns, () -> batch -> {}, (bytes, all) -> {}));
        assertTrue(
                failure.getMessage().contains("'" + text + "' in the column 'at' is not a time"), failure.getMessage());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), text);
    }

    private void fails(String text, String... words) throws IOException {
        Path file = file(text);
        Failure failure = assertThrows(Failure.class, () -> read(tables, file));
        assertEquals(Failure.Kind.INVALID_INPUT, failure.kind());
        for (String word : words) {
            assertTrue(failure.getMessage().contains(word), failure.getMessage());
        }
    }

    @Test
    void cells_are_read_as_numbers_flags_labels_and_keys() throws IOException {
        Path file = file("""
                unit,other,arm,bought,sales
                7,x,A,True,1.5
                8,"a, ""b""
                c",B,no, -2e3\s
                9,,A,NA,
                10,,,1,nan
                """);
        assertEquals(List.of("7 0 1.0 1.5", "8 1 0.0 -2000.0", "9 0 NaN NaN", "10 -1 1.0 NaN"), read(tables, file));
        assertEquals(List.of("unit", "other", "arm", "bought", "sales"), tables.columns(file));
    }

    @Test
    void labels_have_their_texts() throws IOException {
        Path file = file("unit,arm,bought,sales\n1,\"gro\u00dfe \"\"A\"\"\",1,2\n2, B ,1,2\n3,B,1,2\n");
        List<List<String>> labels = tables.read(List.of(file), COLUMNS, Rows::new, (bytes, all) -> {});
        assertEquals(List.of("gro\u00dfe \"A\"", "B"), labels.get(1));
        assertEquals(List.of(), labels.get(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "windows-1252"})
    void the_encoding_is_found_out(String encoding) throws IOException {
        String text =
                "unit;arm;bought;sales\r\n1;gr\u00fcn;0;2.5\r\n2;wei\u00df;1;3\r\n3;gr\u00fcn;1;1\r\n4;gr\u00fcn;1;1\r\n";
        Path file = Files.write(folder.resolve("table.csv"), text.getBytes(Charset.forName(encoding)));
        List<List<String>> labels = tables.read(List.of(file), COLUMNS, Rows::new, (bytes, all) -> {});
        assertEquals(List.of("gr\u00fcn", "wei\u00df"), labels.get(1));
        assertEquals(4, read(tables, file).size());
    }

    @Test
    void a_packed_file_and_a_byte_order_mark_make_no_difference() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write("\ufeffunit\tarm\tbought\tsales\n1\tA\t0\t2.5\n".getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve("table.csv"), bytes.toByteArray());
        assertEquals(List.of("1 0 0.0 2.5"), read(tables, file));
    }

    @Test
    void several_files_share_their_labels() throws IOException {
        Path one = file("unit,arm,bought,sales\n1,A,0,1\n");
        Path two = Files.writeString(folder.resolve("two.csv"), "sales,bought,arm,unit\n2,1,B,2\n3,1,A,3");
        assertEquals(List.of("1 0 0.0 1.0", "2 1 1.0 2.0", "3 0 1.0 3.0"), read(tables, one, two));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void all_threads_together_read_each_row_once(long seed) throws IOException {
        Random random = new Random(seed);
        boolean quoted = seed % 2 == 0;
        StringBuilder text = new StringBuilder("filler,unit,arm,bought,sales\n");
        List<String> expected = new ArrayList<>();
        for (int i = 0; text.length() < 5 << 20; i++) {
            String filler = "x".repeat(random.nextInt(300));
            double sales = random.nextInt(100_000) / 100.0;
            text.append(quoted ? '"' + filler + (i % 3 == 0 ? "\n,\"\"" : "") + '"' : filler)
                    .append(",u")
                    .append(i)
                    .append(",A,")
                    .append(i % 2)
                    .append(',')
                    .append(sales)
                    .append(i % 5 == 0 ? "\r\n" : "\n");
            expected.add(Key.of("u" + i) + " 0 " + (double) (i % 2) + " " + sales);
        }
        Path file = file(text.toString());
        assertEquals(expected, read(tables, file));
        assertEquals(
                expected.stream().sorted().toList(),
                read(new CsvTables(3), file).stream().sorted().toList());
    }

    @Test
    void what_cannot_be_read_is_named_with_its_line() throws IOException {
        String start = "unit,arm,bought,sales\n1,\"A\nA\",1,2\n";
        fails(start + "2,A,1,two\n", "table.csv, line 4: 'two' in the column 'sales' is not a number");
        fails(start + "2,A,1,0x1p3\n", "line 4: '0x1p3'");
        fails(start + "2,A,2,1\n", "line 4: '2' in the column 'bought' is neither yes nor no");
        fails(start + ",A,1,1\n", "line 4: the column 'unit' is empty");
        fails(start + "2,\"A,1,1\n", "line 4: the quoted field is never closed");
        fails(start + "2,\"A\"A,1,1\n", "line 4: text follows a closing quote");
    }

    @Test
    void the_first_of_many_faults_is_named_whatever_thread_finds_it() throws IOException {
        StringBuilder text = new StringBuilder("unit,arm,bought,sales\n");
        for (int i = 2; i < 300_000; i++) {
            text.append(i).append(i % 100_000 == 0 ? ",A,1,bad\n" : ",A,1,1\n");
        }
        Path file = file(text.toString());
        for (int i = 0; i < 5; i++) {
            Failure failure = assertThrows(Failure.class, () -> read(new CsvTables(4), file));
            assertTrue(failure.getMessage().contains("line 100000:"), failure.getMessage());
        }
    }

    @Test
    void what_is_no_table_is_refused() throws IOException {
        fails("", "is empty");
        fails("[{\"unit\": 1}]", "is JSON, not CSV");
        fails("unit,arm,buoght,sales\n", "unknown column 'bought': did you mean 'buoght'?");
        fails("unit,arm,bought,sales,sales\n", "two columns are called 'sales'");
        Path none = folder.resolve("none.csv");
        assertTrue(assertThrows(Failure.class, () -> tables.columns(none))
                .getMessage()
                .contains("there is no such file"));
        fails("unit,arm,bought,sales\n1,\"" + "x".repeat(3 << 20) + "\",1,1\n", "line 2:", "longer than 1 MiB");
    }

    @Test
    void keys_are_found_again_with_their_lines() throws IOException {
        Path file = file("unit,sales\n7,1\n\"a\nb\",1\n 7 ,2\n007,3\n");
        assertEquals(
                List.of(new Tables.Place(2, "7"), new Tables.Place(5, "7")),
                tables.places(file, "unit", Set.of(Key.of("7"))));
        assertEquals(List.of(new Tables.Place(3, "a\nb")), tables.places(file, "unit", Set.of(Key.of("a\nb"))));
    }

    @Test
    void numbers_are_the_nearest_doubles() throws IOException {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder("n\n");
        List<Double> expected = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            double value = random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
            String written = i % 3 == 0 ? Double.toString(value) : Long.toString(random.nextLong());
            if (i % 3 == 2) {
                written = String.format(Locale.ROOT, "%.6f", random.nextGaussian() * 1e6);
            }
            expected.add(Double.parseDouble(written));
            text.append(written).append('\n');
        }
        List<Double> actual = new ArrayList<>();
        tables.read(
                List.of(file(text.toString())),
                List.of(new Column("n", Type.NUMBER)),
                () -> batch -> {
                    for (int i = 0; i < batch.size(); i++) {
                        actual.add(batch.numbers(0)[i]);
                    }
                },
                (bytes, all) -> {});
        assertArrayEquals(expected.toArray(), actual.toArray());
    }
}
