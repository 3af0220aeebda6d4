package io.virality.ingest.csv;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.virality.spi.SourceException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FileInspectionTest {

    private static final int BUFFER = 1 << 16;
    private static final Dialect.Wish IN_UTF_8 =
            new Dialect.Wish(Optional.of(StandardCharsets.UTF_8), Optional.empty(), Optional.empty());

    @TempDir
    private Path folder;

    @Test
    void a_sound_file_passes() throws IOException {
        assertSound("name,text\nada,\"one\ntwo, \"\"three\"\" 🦋\"\r\ngrace,\"\"\n");
    }

    @Test
    void the_last_line_may_lack_its_end() throws IOException {
        assertSound("name,text\nada,\"one\"");
    }

    @Test
    void a_byte_order_mark_is_skipped() throws IOException {
        assertSound("\uFEFF\"name\",text\nada,one\n");
    }

    @Test
    void a_quote_within_plain_text_is_just_a_character() throws IOException {
        assertSound("name,text\nada,5\" tall\n");
    }

    @Test
    void a_missing_file_is_named() {
        Path file = folder.resolve("none.csv");
        assertEquals(file + ": there is no such file", refusal(file));
    }

    @Test
    void a_directory_is_no_file() {
        assertEquals(folder + " is a directory: name a file in it", refusal(folder));
    }

    @Test
    void an_empty_file_is_refused() throws IOException {
        assertRefused("", " is empty");
    }

    @Test
    void a_file_of_a_byte_order_mark_alone_is_empty() throws IOException {
        assertRefused("\uFEFF", " is empty");
    }

    @Test
    void a_binary_file_is_no_text() throws IOException {
        Path file = write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
        assertEquals(file + " is not a text file: export it as CSV in UTF-8", refusal(file));
    }

    @Test
    void a_nul_byte_far_behind_is_found() throws IOException {
        Path file = write(bytes("name\n" + "a\n".repeat(BUFFER) + "\0\n"));
        assertEquals(file + " is not a text file: export it as CSV in UTF-8", refusal(file));
    }

    @Test
    void a_file_in_another_encoding_is_refused_with_its_line() throws IOException {
        Path file = write("name\nada\nJosé\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(file + ": line 3 is not UTF-8; save the file as UTF-8", refusal(file));
    }

    @Test
    void a_character_cut_off_at_the_end_is_not_utf_8() throws IOException {
        byte[] whole = bytes("name\nada\n🦋");
        Path file = write(Arrays.copyOf(whole, whole.length - 1));
        assertEquals(file + ": line 3 is not UTF-8; save the file as UTF-8", refusal(file));
    }

    @Test
    void a_cut_off_quoted_field_is_refused_with_the_line_where_it_opens() throws IOException {
        assertRefused(
                "name,text\nada,one\ngrace,\"two\nthree\nfour",
                ": the quoted field that opens in line 3 is never closed: the file is cut off");
    }

    @Test
    void the_field_may_open_in_a_later_line_than_its_row() throws IOException {
        assertRefused(
                "name,text\n\"a\nda\",\"one",
                ": the quoted field that opens in line 3 is never closed: the file is cut off");
    }

    @Test
    void the_opening_line_counts_lines_as_an_editor_does() throws IOException {
        assertRefused(
                "name,text\r\n\"a\rda\",\"on\r\ne\"\r\n\r\ngrace,\"two\r\nthree",
                ": the quoted field that opens in line 6 is never closed: the file is cut off");
    }

    @Test
    void text_behind_a_closing_quote_is_refused() throws IOException {
        assertRefused(
                "name,text\nada,\"say \"hi\" to me\"\n",
                ": in line 2 text follows a closing quote; write quotes inside a quoted field twice");
    }

    @Test
    void a_row_of_a_thousand_columns_passes_and_one_more_is_refused() throws IOException {
        assertSound("name\n" + ",".repeat(999) + "\n");
        assertRefused("name\n" + ",".repeat(1_000) + "\n", ": line 2 has more than 1000 columns; is it a table?");
        assertRefused("name\n" + ",".repeat(1_000), ": line 2 has more than 1000 columns; is it a table?");
    }

    @Test
    void a_row_longer_than_a_mebibyte_is_refused_with_the_line_where_it_starts() throws IOException {
        int mebibyte = 1 << 20;
        assertSound("name\n" + "x".repeat(mebibyte - 1) + "\n" + "y\n");
        String fault = ": the row that starts in line 2 is longer than 1 MiB; is a quote not closed?";
        assertRefused("name\n" + "x".repeat(mebibyte) + "\n", fault);
        assertRefused("name\n" + "x".repeat(mebibyte + 1), fault);
        assertRefused("name\n\"" + "x\n".repeat(mebibyte) + "\"\n", fault);
    }

    @Test
    void characters_across_the_border_of_two_buffers_stay_whole() throws IOException {
        for (int shift = 0; shift < 8; shift++) {
            assertSound("x".repeat(BUFFER - 8 + shift) + "🦋é\r\n\"a\"\"b\"\r\n");
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void it_refuses_what_the_parser_refuses_and_nothing_else(long seed) throws IOException {
        Random random = new Random(seed);
        String alphabet = "\"\",\n\ra";
        StringBuilder text = new StringBuilder("a");
        for (int length = random.nextInt(30); length > 0; length--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        Path file = write(bytes(text.toString()));
        if (parses(text.toString())) {
            assertDoesNotThrow(() -> CsvFile.recognise(file, Dialect.Wish.NONE));
        } else {
            refusal(file);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void it_takes_for_utf_8_what_the_jdk_does(long seed) throws IOException {
        Random random = new Random(seed);
        int[] edges = {0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED};
        int[] upper = {0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF};
        byte[] bytes = new byte[1 + random.nextInt(5)];
        for (int i = 0; i < bytes.length; i++) {
            int pick = random.nextInt(edges.length + upper.length);
            bytes[i] = (byte) (pick < edges.length ? edges[pick] : upper[pick - edges.length]);
        }
        Path file = write(bytes);
        if (decodes(bytes)) {
            assertDoesNotThrow(() -> CsvFile.recognise(file, IN_UTF_8));
        } else {
            SourceException refusal = assertThrows(SourceException.class, () -> CsvFile.recognise(file, IN_UTF_8));
            assertEquals(file + ": line 1 is not UTF-8; save the file as UTF-8", refusal.getMessage());
        }
    }

    private static boolean parses(String text) throws IOException {
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            records.forEach(each -> {});
            return true;
        } catch (CsvParseException e) {
            return false;
        }
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private void assertSound(String content) throws IOException {
        Path file = write(bytes(content));
        assertDoesNotThrow(() -> CsvFile.recognise(file, Dialect.Wish.NONE));
    }

    private void assertRefused(String content, String fault) throws IOException {
        Path file = write(bytes(content));
        assertEquals(file + fault, refusal(file));
    }

    private static String refusal(Path file) {
        SourceException refusal = assertThrows(SourceException.class, () -> CsvFile.recognise(file, Dialect.Wish.NONE));
        assertEquals(SourceException.Turn.USER, refusal.turn());
        return refusal.getMessage();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(folder.resolve("table.csv"), content);
    }
}
