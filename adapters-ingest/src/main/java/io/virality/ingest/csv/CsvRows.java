package io.virality.ingest.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.virality.spi.Fields;
import io.virality.spi.SourceException;
import io.virality.spi.SourceRows;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The records of a file that was {@linkplain CsvFile#recognise recognised}, streamed. */
final class CsvRows implements SourceRows {

    private final CsvFile file;
    private final Layout layout;
    private final Map<String, String> crawls;
    private final FileChannel bytes;
    private final long size;
    private final Iterator<CsvRecord> records;

    /** Without where each row says when it was observed: two rows about one moment are then no business of ours. */
    private final Mentions mentions;

    private CsvRows(CsvFile file, Layout layout, Map<String, String> crawls, Mentions mentions, FileChannel bytes)
            throws IOException {
        this.file = file;
        this.layout = layout;
        this.crawls = crawls;
        this.bytes = bytes;
        this.size = Files.size(file.path());
        this.records = records(file, file.open(Channels.newInputStream(bytes)));
        this.mentions = mentions;
    }

    /**
     * The rows behind the header.
     *
     * @param crawls the times of the rounds in which the file was collected
     */
    static CsvRows of(CsvFile file, Layout layout, Map<String, String> crawls) throws SourceException {
        boolean rowsSayWhen = layout.cells().containsKey(Fields.OBSERVED_AT);
        return of(file, layout, crawls, rowsSayWhen ? null : new Mentions());
    }

    /** The rows behind the header, each by itself. */
    static CsvRows unrelated(CsvFile file, Layout layout) throws SourceException {
        return of(file, layout, Map.of(), null);
    }

    private static CsvRows of(CsvFile file, Layout layout, Map<String, String> crawls, Mentions mentions)
            throws SourceException {
        try {
            CsvRows rows = new CsvRows(file, layout, crawls, mentions, FileChannel.open(file.path()));
            rows.records.next();
            return rows;
        } catch (IOException e) {
            throw CsvFile.unreadable(file.path(), e);
        } catch (UncheckedIOException e) {
            throw CsvFile.unreadable(file.path(), e.getCause());
        }
    }

    /** The header's names, on one line each, without blanks around them. */
    static List<String> header(CsvFile file) throws SourceException {
        try (InputStream text = file.open()) {
            Iterator<CsvRecord> records = records(file, text);
            if (!records.hasNext()) {
                throw SourceException.user(file.path() + " has no header: its first line must name the columns");
            }
            return records.next().getFields().stream()
                    .map(name -> name.strip().replaceAll("\\s+", " "))
                    .toList();
        } catch (IOException e) {
            throw CsvFile.unreadable(file.path(), e);
        } catch (UncheckedIOException e) {
            throw CsvFile.unreadable(file.path(), e.getCause());
        }
    }

    private static Iterator<CsvRecord> records(CsvFile file, InputStream text) {
        return CsvReader.builder()
                .fieldSeparator(file.dialect().delimiter())
                .quoteCharacter(file.dialect().quote())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text, StandardCharsets.UTF_8)
                .iterator();
    }

    @Override
    public CsvRow next() throws SourceException {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRow row = new CsvRow(records.next(), layout, file.dialect(), crawls);
            if (mentions != null) {
                row.mentionedIn(mentions);
            }
            return row;
        } catch (UncheckedIOException e) {
            throw CsvFile.unreadable(file.path(), e.getCause());
        } catch (CsvParseException e) {
            throw new SourceException(
                    SourceException.Turn.SOURCE, file.path() + " was changed while it was read: import it again", e);
        }
    }

    @Override
    public OptionalLong totalBytes() {
        return OptionalLong.of(size);
    }

    @Override
    public long bytesRead() {
        try {
            return bytes.position();
        } catch (IOException e) {
            // closed: there is nothing more to read
            return size;
        }
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException e) {
            // nothing was written, so nothing is lost
        }
    }
}
