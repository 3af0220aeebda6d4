package io.virality.ingest.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.virality.ingest.csv.Mentions.Mention;
import io.virality.spi.Fields;
import io.virality.spi.Kinds;
import io.virality.spi.SourceRow;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A record of a file, seen through the file's layout. */
final class CsvRow implements SourceRow {

    private static final List<String> CREATOR_COUNTS =
            List.of(Fields.FOLLOWERS, Fields.FOLLOWING, Fields.CREATOR_LIKES, Fields.VIDEOS);

    private final CsvRecord cells;
    private final Layout layout;
    private final Dialect dialect;
    private final Map<String, String> crawls;
    private boolean contradicted;
    private boolean creatorTold;

    /** With the times of the rounds in which the file was collected. */
    CsvRow(CsvRecord cells, Layout layout, Dialect dialect, Map<String, String> crawls) {
        this.cells = cells;
        this.layout = layout;
        this.dialect = dialect;
        this.crawls = crawls;
    }

    /** Compares the row with those before it. */
    void mentionedIn(Mentions mentions) {
        if (defect().isPresent() || field(Fields.PLATFORM_ID) == null && field(Fields.HANDLE) == null) {
            return;
        }
        List<String> creator = new ArrayList<>();
        creator.add(field(Fields.PLATFORM));
        creator.add(field(Fields.PLATFORM_ID));
        String handle = field(Fields.HANDLE);
        creator.add(creator.get(1) != null || handle == null ? null : handle.toLowerCase(Locale.ROOT));
        creator.add(field(Fields.OBSERVED_AT));
        if (!kind().equals(Kinds.VIDEO)) {
            contradicted = mentions.note(creator, said(layout.cells().keySet())) == Mention.CONTRADICTED;
            return;
        }
        List<String> video = new ArrayList<>(List.of(Kinds.VIDEO));
        video.add(field(Fields.PLATFORM));
        video.add(field(Fields.VIDEO_ID));
        video.add(field(Fields.OBSERVED_AT));
        TreeSet<String> content = new TreeSet<>(layout.cells().keySet());
        content.removeAll(CREATOR_COUNTS);
        contradicted = mentions.note(video, said(content)) == Mention.CONTRADICTED;
        if (!contradicted && CREATOR_COUNTS.stream().anyMatch(name -> field(name) != null)) {
            creatorTold = mentions.note(creator, said(CREATOR_COUNTS)) == Mention.CONTRADICTED;
        }
    }

    private List<String> said(Iterable<String> fields) {
        List<String> said = new ArrayList<>();
        fields.forEach(name -> said.add(field(name)));
        return said;
    }

    @Override
    public String kind() {
        return layout.kind();
    }

    /** The line in which the record starts, counted from 1 as an editor shows it. */
    @Override
    public String position() {
        return Long.toString(cells.getStartingLineNumber());
    }

    /**
     * Counts of a creator that stand on many rows about its videos are those of the first of them, where the rows
     * disagree: they were read one after the other.
     */
    @Override
    public String field(String name) {
        if (creatorTold && CREATOR_COUNTS.contains(name)) {
            return null;
        }
        Layout.Cell cell = layout.cells().get(name);
        if (cell != null) {
            String text = text(cell);
            return text == null ? null : cell.conversion().apply(text);
        }
        String constant = layout.constants().get(name);
        if (constant == null && name.equals(Fields.OBSERVED_AT) && !crawls.isEmpty()) {
            return crawls.get(crawl());
        }
        return constant;
    }

    /** In which round the row was collected. */
    String crawl() {
        return cells.getField(layout.cells().get(Layout.CRAWL).index());
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

    @Override
    public Optional<String> defect() {
        if (isBlank()) {
            return Optional.of("the row is blank");
        }
        if (cells.getFieldCount() != layout.width()) {
            return Optional.of("the row has another number of cells than the header: " + cells.getFieldCount()
                    + " instead of " + layout.width());
        }
        return contradicted
                ? Optional.of("the row contradicts an earlier one of this file about the same moment: " + subject())
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

    private String subject() {
        String video = field(Fields.VIDEO_ID);
        return kind().equals(Kinds.VIDEO) && video != null
                ? "video " + video
                : "creator " + Optional.ofNullable(field(Fields.HANDLE)).orElse(field(Fields.PLATFORM_ID));
    }
}
