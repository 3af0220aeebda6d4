package io.virality.ingest.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.spi.SourceException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String TABLE = "name,text\nada,José\ngrace,Zoë\nmary,“Málaga” 50 €\n";

    @TempDir
    private Path folder;

    @Test
    void a_packed_file_is_known_by_its_bytes_whatever_its_name() throws Exception {
        CsvFile file = recognise(packed(TABLE.getBytes(StandardCharsets.UTF_8)));
        assertTrue(file.compressed());
        assertEquals(TABLE, text(file));
    }

    @Test
    void a_packed_file_that_is_cut_off_is_refused_before_its_first_row() throws Exception {
        byte[] whole = packed(TABLE.repeat(10_000).getBytes(StandardCharsets.UTF_8));
        SourceException refusal =
                assertThrows(SourceException.class, () -> recognise(Arrays.copyOf(whole, whole.length - 9)));
        assertEquals(SourceException.Turn.USER, refusal.turn());
        assertTrue(refusal.getMessage().contains("damaged or cut off"), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void a_byte_order_mark_names_the_encoding(String charset) throws Exception {
        String marked = charset.equals("UTF-16") ? TABLE : "\uFEFF" + TABLE;
        assertEquals(TABLE, text(recognise(marked.getBytes(charset))));
        assertEquals(TABLE, text(recognise(packed(marked.getBytes(charset)))));
    }

    @Test
    void characters_beyond_the_basic_plane_survive_the_border_of_two_buffers() throws Exception {
        for (int shift = 0; shift < 4; shift++) {
            String text = "name\n" + "x".repeat(shift) + "🦋".repeat(20_000) + "\n";
            assertEquals(text, text(recognise(text.getBytes(StandardCharsets.UTF_16))));
        }
    }

    @Test
    void western_text_is_read_where_it_is_certain() throws Exception {
        CsvFile file = recognise(TABLE.getBytes(WINDOWS_1252));
        assertEquals(WINDOWS_1252, file.charset());
        assertEquals(TABLE, text(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "windows-1251 name\nСветлана\nНаталья\n",
                "windows-1250 name\nŠárka Žižková\nBřetislav Dvořák\n",
                "windows-1254 name\nYağmur Işık\nÇağrı Şahin\n",
                "Shift_JIS name\nコムドット\n日本\n",
                "windows-1252 name\nJosé\n"
            })
    void what_may_be_another_encoding_is_refused_with_its_line(String sample) throws Exception {
        String charset = sample.substring(0, sample.indexOf(' '));
        byte[] content = sample.substring(sample.indexOf(' ') + 1).getBytes(charset);
        SourceException refusal = assertThrows(SourceException.class, () -> recognise(content));
        assertTrue(refusal.getMessage().endsWith("line 2 is not UTF-8; save the file as UTF-8"), refusal.getMessage());
    }

    @Test
    void a_file_that_is_partly_utf_8_is_refused() throws Exception {
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        mixed.write(TABLE.getBytes(StandardCharsets.UTF_8));
        mixed.write(TABLE.getBytes(WINDOWS_1252));
        assertThrows(SourceException.class, () -> recognise(mixed.toByteArray()));
    }

    @Test
    void an_encoding_that_the_user_names_is_taken() throws Exception {
        Dialect.Wish wish =
                new Dialect.Wish(Optional.of(Charset.forName("windows-1251")), Optional.empty(), Optional.empty());
        Path path = Files.write(folder.resolve("t.csv"), "name\nСветлана\n".getBytes("windows-1251"));
        assertEquals("name\nСветлана\n", text(CsvFile.recognise(path, wish)));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void the_delimiter_is_what_divides_the_header(String delimiter) throws Exception {
        String table = "name;fans;text\nada;1;\"x,y|z\t\"\ngrace;2;\"two\nlines\"\n".replace(";", delimiter);
        assertEquals(
                delimiter.charAt(0),
                recognise(table.getBytes(StandardCharsets.UTF_8)).dialect().delimiter());
    }

    @Test
    void of_two_delimiters_in_the_header_the_one_that_fits_the_rows_is_taken() throws Exception {
        String table = "name;fans, thousand;rate, percent\nada;1;2\ngrace;3;4\n";
        assertEquals(
                ';', recognise(table.getBytes(StandardCharsets.UTF_8)).dialect().delimiter());
    }

    @Test
    void apostrophes_around_the_cells_are_quotes_and_within_them_they_are_not() throws Exception {
        assertEquals(
                '\'',
                recognise("'name','text'\n'ada','a, b'\n".getBytes(StandardCharsets.UTF_8))
                        .dialect()
                        .quote());
        assertEquals(
                '"',
                recognise("name,text\nada,'tis\ngrace,it's\n".getBytes(StandardCharsets.UTF_8))
                        .dialect()
                        .quote());
    }

    private CsvFile recognise(byte[] content) throws IOException, SourceException {
        return CsvFile.recognise(Files.write(folder.resolve("t.csv"), content), Dialect.Wish.NONE);
    }

    private static String text(CsvFile file) throws IOException {
        try (InputStream in = file.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
