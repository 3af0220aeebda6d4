package io.virality.ingest.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.virality.spi.SourceException;
import io.virality.spi.SourceRow;
import io.virality.spi.SourceRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;

/** The records of a file that was {@linkplain FileInspection inspected}, streamed. */
final class CsvRows implements SourceRows {

    private final Path file;
    private final Layout layout;
    private final FileChannel bytes;
    private final long size;
    private final Iterator<CsvRecord> records;

    private CsvRows(Path file, Layout layout, FileChannel bytes, long size) {
        this.file = file;
        this.layout = layout;
        this.bytes = bytes;
        this.size = size;
        this.records = records(bytes);
    }

    /** The rows behind the header. */
    static CsvRows of(Path file, Layout layout) throws SourceException {
        try {
            CsvRows rows = new CsvRows(file, layout, FileChannel.open(file), Files.size(file));
            rows.next();
            return rows;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The header's names, without blanks around them. */
    static List<String> header(Path file) throws SourceException {
        try (FileChannel bytes = FileChannel.open(file)) {
            Iterator<CsvRecord> records = records(bytes);
            if (!records.hasNext()) {
                throw SourceException.user(file + " has no header: its first line must name the columns");
            }
            return records.next().getFields().stream().map(String::strip).toList();
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(file, e);
        }
    }

    private static Iterator<CsvRecord> records(FileChannel bytes) {
        return CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .detectBomHeader(true)
                .ofCsvRecord(Channels.newInputStream(bytes), StandardCharsets.UTF_8)
                .iterator();
    }

    @Override
    public SourceRow next() throws SourceException {
        try {
            return records.hasNext() ? new CsvRow(records.next(), layout) : null;
        } catch (UncheckedIOException e) {
            throw unreadable(file, e);
        } catch (CsvParseException e) {
            throw new SourceException(
                    SourceException.Turn.SOURCE, file + " was changed while it was read: import it again", e);
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

    private static SourceException unreadable(Path file, Exception cause) {
        return new SourceException(SourceException.Turn.SOURCE, file + " cannot be read: " + cause.getMessage(), cause);
    }
}
