package io.virality.ingest.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.virality.ingest.csv.Mentions.Mention;
import io.virality.spi.Fields;
import io.virality.spi.SourceRow;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A record of a file, seen through the file's layout. */
final class CsvRow implements SourceRow {

    private static final List<String> CREATOR_COUNTS =
            List.of(Fields.FOLLOWERS, Fields.FOLLOWING, Fields.CREATOR_LIKES, Fields.VIDEOS);

    private final CsvRecord cells;
    private final Layout layout;
    private final int number;
    private final Layout.Part part;
    private final Dialect dialect;
    private final Map<String, String> crawls;
    private boolean contradicted;

    /**
     * One of the things that a record tells.
     *
     * @param number which of the layout's parts, from 0
     * @param crawls the times of the rounds in which the file was collected
     */
    CsvRow(CsvRecord cells, Layout layout, int number, Dialect dialect, Map<String, String> crawls) {
        this.cells = cells;
        this.layout = layout;
        this.number = number;
        this.part = layout.parts().get(number);
        this.dialect = dialect;
        this.crawls = crawls;
    }

    /** Whether the record tells this at all. */
    boolean isSaid() {
        return part.saidBy().isEmpty() || read(part.saidBy().get()) != null;
    }

    /** Compares the row with those before it: where rows say when they were observed, a later one may differ. */
    void mentionedIn(Mentions mentions) {
        if (part.reads(Fields.OBSERVED_AT)
                || defect().isPresent()
                || !part.kind().isWhole(this::field)) {
            return;
        }
        boolean video = part.kind() == RowKind.VIDEO;
        List<String> content = new ArrayList<>();
        for (String field : part.cells().keySet()) {
            if (!video || !CREATOR_COUNTS.contains(field)) {
                content.add(field(field));
            }
        }
        contradicted = mentions.note(part.kind().subject(this::field), content) == Mention.CONTRADICTED;
    }

    @Override
    public String kind() {
        return part.kind().id();
    }

    /**
     * The line in which the record starts, counted from 1 as an editor shows it; what a record tells besides its first
     * part is {@code 17.2}, {@code 17.3} …
     */
    @Override
    public String position() {
        String line = Long.toString(cells.getStartingLineNumber());
        return number == 0 ? line : line + "." + (number + 1);
    }

    @Override
    public String field(String name) {
        String text = read(name);
        if (text != null) {
            return text;
        }
        String constant = part.constants().get(name);
        return constant == null && name.equals(Fields.OBSERVED_AT) && !crawls.isEmpty()
                ? crawls.get(crawl())
                : constant;
    }

    /** In which round the record was collected. */
    String crawl() {
        String crawl = field(Layout.CRAWL);
        return crawl == null ? "" : crawl;
    }

    private String read(String field) {
        Layout.Cell cell = part.cells().get(field);
        String text = cell == null ? null : text(cell);
        return text == null ? null : cell.conversion().apply(text);
    }

    /** A copy's zero is what a spreadsheet makes of an empty cell. */
    private String text(Layout.Cell cell) {
        String text = said(cell.index());
        for (int i = 0; text == null && i < cell.copies().size(); i++) {
            String copy = said(cell.copies().get(i));
            text = "0".equals(copy) ? null : copy;
        }
        return text;
    }

    private String said(int index) {
        if (index >= cells.getFieldCount()) {
            return null;
        }
        String text = cells.getField(index);
        return text.isEmpty() || layout.silences().contains(text.strip()) ? null : text;
    }

    @Override
    public String raw() {
        StringWriter line = new StringWriter();
        CsvWriter.builder()
                .bufferSize(0)
                .fieldSeparator(dialect.delimiter())
                .quoteCharacter(dialect.quote())
                .lineDelimiter(LineDelimiter.LF)
                .build(line)
                .writeRecord(cells.getFields());
        return line.toString().stripTrailing();
    }

    /** Whether the record is none, whatever it should tell. */
    boolean isBroken() {
        return isBlank() || cells.getFieldCount() != layout.width();
    }

    @Override
    public Optional<String> defect() {
        if (isBlank()) {
            return Optional.of("the row is blank");
        }
        if (cells.getFieldCount() != layout.width()) {
            return Optional.of("the row has another number of cells than the header: " + cells.getFieldCount()
                    + " instead of " + layout.width());
        }
        if (!isSaid()) {
            return Optional.of("the row says nothing that is read");
        }
        return contradicted
                ? Optional.of("the row contradicts an earlier one of this file about the same moment: "
                        + part.kind().named(this::field))
                : Optional.empty();
    }

    private boolean isBlank() {
        for (int index = 0; index < cells.getFieldCount(); index++) {
            if (!cells.getField(index).isBlank()) {
                return false;
            }
        }
        return true;
    }
}
