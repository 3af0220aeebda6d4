package io.virality.ingest.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.virality.spi.SourceRow;
import java.io.StringWriter;
import java.util.Optional;

/** A record of a file, seen through the file's layout. */
record CsvRow(CsvRecord cells, Layout layout) implements SourceRow {

    @Override
    public String kind() {
        return layout.kind();
    }

    /** The line in which the record starts, counted from 1 as an editor shows it. */
    @Override
    public String position() {
        return Long.toString(cells.getStartingLineNumber());
    }

    @Override
    public String field(String name) {
        Layout.Cell cell = layout.cells().get(name);
        if (cell == null || cell.index() >= cells.getFieldCount()) {
            return null;
        }
        String text = cells.getField(cell.index());
        return text.isEmpty() || layout.silences().contains(text)
                ? null
                : cell.converter().apply(text);
    }

    @Override
    public String raw() {
        StringWriter line = new StringWriter();
        CsvWriter.builder()
                .bufferSize(0)
                .lineDelimiter(LineDelimiter.LF)
                .build(line)
                .writeRecord(cells.getFields());
        return line.toString().stripTrailing();
    }

    @Override
    public Optional<String> defect() {
        return cells.getFieldCount() == layout.width()
                ? Optional.empty()
                : Optional.of("the row has another number of cells than the header: " + cells.getFieldCount()
                        + " instead of " + layout.width());
    }
}
