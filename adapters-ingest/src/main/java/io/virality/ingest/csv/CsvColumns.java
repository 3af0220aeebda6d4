package io.virality.ingest.csv;

import io.virality.application.port.Tables;
import io.virality.application.port.Tables.Batch;
import io.virality.application.port.Tables.Column;
import io.virality.application.port.Tables.Type;
import io.virality.ingest.csv.CsvBlocks.Block;
import io.virality.ingest.csv.CsvBlocks.Fault;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Some columns of the records that one thread reads. No object is made for a row or a cell. */
final class CsvColumns implements Batch {

    private static final int ROWS = 1 << 13;
    private static final int SHOWN = 40;

    private final int file;
    private final List<Column> columns;

    /** Which of the columns a cell belongs to, by its place in the record; most belong to none. */
    private final int[][] wanted;

    private final byte quote;
    private final byte delimiter;
    private final Type[] types;
    private final double[][] numbers;
    private final int[][] labels;
    private final long[][] keys;
    private final Labels.Seen[] seen;
    private final Tables.Reader reader;
    private int size;
    private boolean headerPassed;

    /** The bytes that end a cell without quotes. */
    private final boolean[] ends = new boolean[256];

    private byte[] bytes;
    private int cell;
    private int cellEnd;

    CsvColumns(
            int file, Dialect dialect, List<Column> columns, int[][] wanted, List<Labels> texts, Tables.Reader reader) {
        this.file = file;
        this.columns = columns;
        this.wanted = wanted;
        this.quote = (byte) dialect.quote();
        this.delimiter = (byte) dialect.delimiter();
        this.reader = reader;
        ends[dialect.delimiter()] = true;
        ends['\n'] = true;
        ends['\r'] = true;
        this.types = columns.stream().map(Column::type).toArray(Type[]::new);
        this.numbers = new double[types.length][];
        this.labels = new int[types.length][];
        this.keys = new long[types.length][];
        this.seen = new Labels.Seen[types.length];
        for (int i = 0; i < types.length; i++) {
            switch (types[i]) {
                case NUMBER, FLAG, TIME -> numbers[i] = new double[ROWS];
                case LABEL -> {
                    labels[i] = new int[ROWS];
                    seen[i] = texts.get(i).new Seen();
                }
                case KEY -> keys[i] = new long[ROWS];
            }
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int file() {
        return file;
    }

    @Override
    public double[] numbers(int column) {
        return numbers[column];
    }

    @Override
    public int[] labels(int column) {
        return labels[column];
    }

    @Override
    public long[] keys(int column) {
        return keys[column];
    }

    /** Reads the records of a block and gives them to the reader; the first record of the text is its header. */
    void read(Block block) throws Fault {
        bytes = block.bytes();
        int at = 0;
        headerPassed = block.offset() > 0;
        while (at < block.size()) {
            if (bytes[at] == '\n' || bytes[at] == '\r') {
                at++;
            } else {
                at = record(block, at);
            }
        }
        give();
    }

    private void give() {
        if (size > 0) {
            reader.read(this);
            size = 0;
        }
    }

    private int record(Block block, int start) throws Fault {
        int at = start;
        int place = 0;
        boolean more = true;
        while (more) {
            boolean stored = headerPassed && place < wanted.length && wanted[place] != null;
            int behind = stored && wanted[place].length == 1 ? plainNumber(block.size(), at, wanted[place][0]) : -1;
            if (behind >= 0) {
                at = behind;
            } else {
                at = cell(block, at);
                if (stored) {
                    store(block, place);
                }
            }
            place++;
            more = at < block.size() && bytes[at] == delimiter;
            at += more ? 1 : 0;
            if (more && at == block.size()) {
                cell = at;
                cellEnd = at;
            }
        }
        if (headerPassed) {
            for (; place < wanted.length; place++) {
                if (wanted[place] != null) {
                    cell = at;
                    cellEnd = at;
                    store(block, place);
                }
            }
            if (++size == ROWS) {
                give();
            }
        }
        headerPassed = true;
        return at;
    }

    /**
     * Most cells that are read hold a short number without sign or exponent: they are looked at once.
     *
     * @return the place behind the cell; −1 if it holds anything else
     */
    private int plainNumber(int end, int start, int column) {
        if (types[column] != Type.NUMBER) {
            return -1;
        }
        byte[] text = bytes;
        long digits = 0;
        int at = start;
        int point = -1;
        int last = Math.min(end, start + Numbers.MOST_EXACT_DIGITS);
        for (; at < last; at++) {
            int digit = text[at] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
            } else if (text[at] == '.' && point < 0) {
                point = at;
            } else {
                break;
            }
        }
        boolean number = at < end && ends[text[at] & 0xFF] && at > start && !(point >= 0 && at == start + 1);
        if (!number) {
            return -1;
        }
        numbers[column][size] = Numbers.exact(digits, point < 0 ? 0 : at - point - 1);
        return at;
    }

    /** Finds a cell's text and the place behind the cell. */
    private int cell(Block block, int start) throws Fault {
        byte[] text = bytes;
        int end = block.size();
        if (start < end && text[start] == quote) {
            return quoted(block, start);
        }
        int at = start;
        boolean[] ending = ends;
        while (at < end && !ending[text[at] & 0xFF]) {
            at++;
        }
        trim(start, at);
        return at;
    }

    /** A doubled quote is moved together where it stands: the block's text is not needed any more. */
    private int quoted(Block block, int start) throws Fault {
        int end = block.size();
        int to = start + 1;
        int at = start + 1;
        while (true) {
            if (at == end) {
                throw new Fault(block.offset() + start, "the quoted field is never closed: the file is cut off");
            }
            if (bytes[at] != quote) {
                bytes[to++] = bytes[at++];
            } else if (at + 1 < end && bytes[at + 1] == quote) {
                bytes[to++] = quote;
                at += 2;
            } else {
                break;
            }
        }
        at++;
        if (at < end && bytes[at] != delimiter && bytes[at] != '\n' && bytes[at] != '\r') {
            throw new Fault(
                    block.offset() + start, "text follows a closing quote; write quotes inside a quoted field twice");
        }
        trim(start + 1, to);
        return at;
    }

    private void trim(int start, int end) {
        cell = start;
        cellEnd = end;
        while (cell < cellEnd && bytes[cell] == ' ') {
            cell++;
        }
        while (cell < cellEnd && bytes[cellEnd - 1] == ' ') {
            cellEnd--;
        }
    }

    private void store(Block block, int place) throws Fault {
        for (int column : wanted[place]) {
            try {
                switch (types[column]) {
                    case NUMBER -> numbers[column][size] = Numbers.number(bytes, cell, cellEnd);
                    case TIME -> numbers[column][size] = Times.days(bytes, cell, cellEnd);
                    case FLAG -> numbers[column][size] = Numbers.flag(bytes, cell, cellEnd);
                    case LABEL ->
                        labels[column][size] = cell == cellEnd ? -1 : seen[column].number(bytes, cell, cellEnd);
                    case KEY -> keys[column][size] = key(block, column);
                }
            } catch (NumberFormatException e) {
                throw new Fault(block.offset() + cell, refusal(column));
            } catch (CharacterCodingException e) {
                throw new Fault(block.offset() + cell, "the text is not UTF-8; save the file as UTF-8");
            }
        }
    }

    private long key(Block block, int column) throws Fault {
        if (cell == cellEnd) {
            throw new Fault(
                    block.offset() + cell,
                    "the column '" + columns.get(column).name() + "' is empty: each row needs one");
        }
        return Key.of(bytes, cell, cellEnd);
    }

    private String refusal(int column) {
        String text = new String(bytes, cell, Math.min(SHOWN, cellEnd - cell), StandardCharsets.UTF_8);
        String name = columns.get(column).name();
        return switch (types[column]) {
            case NUMBER -> "'" + text + "' in the column '" + name + "' is not a number";
            case TIME ->
                "'" + text + "' in the column '" + name
                        + "' is not a time: write it as 2026-11-23 or 2026-11-23T07:54:00Z";
            case FLAG -> "'" + text + "' in the column '" + name + "' is neither yes nor no (true, false, 1, 0)";
            default ->
                "the column '" + name + "' has more than " + Labels.MOST + " different texts: they are no groups";
        };
    }
}
