package io.virality.ingest.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.virality.spi.SourceException;
import io.virality.spi.SourceRows;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The records of a file that was {@linkplain CsvFile#recognise recognised}, streamed. */
final class CsvRows implements SourceRows {

    private final CsvFile file;
    private final Layout layout;
    private final Map<String, String> crawls;
    private final FileChannel bytes;
    private final long size;
    private final Iterator<CsvRecord> records;

    /** What the current record tells besides what was given. */
    private final Deque<CsvRow> pending = new ArrayDeque<>();

    private final Optional<Mentions> mentions;

    private CsvRows(
            CsvFile file, Layout layout, Map<String, String> crawls, Optional<Mentions> mentions, FileChannel bytes)
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
        return of(file, layout, crawls, Optional.of(new Mentions()));
    }

    /** The rows behind the header, each by itself. */
    static CsvRows unrelated(CsvFile file, Layout layout) throws SourceException {
        return of(file, layout, Map.of(), Optional.empty());
    }

    private static CsvRows of(CsvFile file, Layout layout, Map<String, String> crawls, Optional<Mentions> mentions)
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

    /** All records, also the header. */
    static Iterator<CsvRecord> records(CsvFile file, InputStream text) {
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
            if (pending.isEmpty() && records.hasNext()) {
                tell(records.next());
            }
            CsvRow row = pending.poll();
            if (row != null && mentions.isPresent()) {
                row.mentionedIn(mentions.get());
            }
            return row;
        } catch (UncheckedIOException e) {
            throw CsvFile.unreadable(file.path(), e.getCause());
        } catch (CsvParseException e) {
            throw new SourceException(
                    SourceException.Turn.SOURCE, file.path() + " was changed while it was read: import it again", e);
        }
    }

    /** A record that tells nothing, or that is broken, is given once, to be refused. */
    private void tell(CsvRecord record) {
        CsvRow first = new CsvRow(record, layout, 0, file.dialect(), crawls);
        for (int number = 1; number < layout.parts().size() && !first.isBroken(); number++) {
            CsvRow row = new CsvRow(record, layout, number, file.dialect(), crawls);
            if (row.isSaid()) {
                pending.add(row);
            }
        }
        if (pending.isEmpty() || first.isSaid()) {
            pending.addFirst(first);
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
