package io.virality.ingest.csv;

import io.virality.spi.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * One pass over the bytes of a CSV file that finds all that would stop a reader on the way. Rows are stored as they
 * come, so a file that is broken at its end must be refused before its first row is given.
 *
 * <p>It keeps four states and looks only at bytes that mean something; a test holds it to the parser's own judgement.
 */
final class FileInspection {

    private static final int MOST_COLUMNS = 1_000;
    private static final int LONGEST_RECORD = 1 << 20;
    private static final int BUFFER = 1 << 16;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Bytes that are just text wherever they stand. */
    private static final boolean[] PLAIN = new boolean[256];

    static {
        for (int value = 1; value < 128; value++) {
            PLAIN[value] = value != '"' && value != ',' && value != '\n' && value != '\r';
        }
    }

    private enum State {
        FIELD_STARTS,
        UNQUOTED,
        QUOTED,
        QUOTE_CLOSED
    }

    private final Path file;
    private long scanned;

    private State state = State.FIELD_STARTS;
    private boolean carriageReturn;
    private long line = 1;
    private long quoteLine;

    private long recordLine = 1;
    private long recordStart;
    private int columns = 1;

    private int continuationBytes;
    private int leastContinuation;
    private int greatestContinuation;

    private FileInspection(Path file) {
        this.file = file;
    }

    /**
     * Looks a file through.
     *
     * @throws SourceException if it cannot be read, is no text in UTF-8, or is no CSV that can be read to its end; says
     *     in which line, and what to do
     */
    static void inspect(Path file) throws SourceException {
        if (Files.isDirectory(file)) {
            throw SourceException.user(file + " is a directory: name a file in it");
        }
        if (!Files.exists(file)) {
            throw SourceException.user(file + ": there is no such file");
        }
        if (!Files.isRegularFile(file)) {
            throw SourceException.user(file + " is not a regular file: copy its content into one");
        }
        if (!Files.isReadable(file)) {
            throw SourceException.user(file + " may not be read: change its permissions");
        }
        new FileInspection(file).inspectContent();
    }

    private void inspectContent() throws SourceException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            int length = in.readNBytes(buffer, 0, BUFFER);
            if (contains(buffer, length, (byte) 0)) {
                throw binary();
            }
            int start = startsWithByteOrderMark(buffer, length) ? BYTE_ORDER_MARK.length : 0;
            if (length == start) {
                throw SourceException.user(file + " is empty");
            }
            while (length > 0) {
                scan(buffer, start, length);
                scanned += length;
                start = 0;
                length = in.readNBytes(buffer, 0, BUFFER);
            }
        } catch (IOException e) {
            throw new SourceException(SourceException.Turn.SOURCE, file + " cannot be read: " + e.getMessage(), e);
        }
        if (continuationBytes > 0) {
            throw notUtf8();
        }
        if (state == State.QUOTED) {
            throw fault("the quoted field that opens in line " + quoteLine + " is never closed: the file is cut off");
        }
        checkRecord(scanned);
    }

    private void scan(byte[] buffer, int from, int to) throws SourceException {
        int i = from;
        while (i < to) {
            if (continuationBytes > 0) {
                continueCharacter(buffer[i++] & 0xFF);
                continue;
            }
            int plain = i;
            while (i < to && PLAIN[buffer[i] & 0xFF]) {
                i++;
            }
            if (i > plain) {
                text();
            }
            if (i < to) {
                special(buffer[i++] & 0xFF, scanned + i);
            }
        }
    }

    private void special(int value, long next) throws SourceException {
        boolean afterCarriageReturn = carriageReturn;
        carriageReturn = false;
        switch (value) {
            case '"' -> quote();
            case ',' -> separator();
            case '\r' -> {
                carriageReturn = true;
                lineEnds(next);
            }
            case '\n' -> {
                if (!afterCarriageReturn) {
                    lineEnds(next);
                }
            }
            case 0 -> throw binary();
            default -> {
                text();
                startCharacter(value);
            }
        }
    }

    private void text() throws SourceException {
        carriageReturn = false;
        if (state == State.FIELD_STARTS) {
            state = State.UNQUOTED;
        } else if (state == State.QUOTE_CLOSED) {
            throw fault("in line " + line + " text follows a closing quote; write quotes inside a quoted field twice");
        }
    }

    private void quote() {
        switch (state) {
            case FIELD_STARTS -> {
                state = State.QUOTED;
                quoteLine = line;
            }
            case QUOTED -> state = State.QUOTE_CLOSED;
            case QUOTE_CLOSED -> state = State.QUOTED;
            case UNQUOTED -> {
                // within plain text a quote is a character like any other
            }
        }
    }

    private void separator() {
        if (state != State.QUOTED) {
            state = State.FIELD_STARTS;
            columns++;
        }
    }

    private void lineEnds(long next) throws SourceException {
        line++;
        if (state != State.QUOTED) {
            checkRecord(next);
            state = State.FIELD_STARTS;
            columns = 1;
            recordStart = next;
            recordLine = line;
        }
    }

    private void checkRecord(long end) throws SourceException {
        if (columns > MOST_COLUMNS) {
            throw fault("line " + recordLine + " has more than " + MOST_COLUMNS + " columns; is it a table?");
        }
        if (end - recordStart > LONGEST_RECORD) {
            throw fault("the row that starts in line " + recordLine + " is longer than 1 MiB; is a quote not closed?");
        }
    }

    /** Which bytes may follow is table 3-7 of the Unicode standard. */
    private void startCharacter(int value) throws SourceException {
        leastContinuation = value == 0xE0 ? 0xA0 : value == 0xF0 ? 0x90 : 0x80;
        greatestContinuation = value == 0xED ? 0x9F : value == 0xF4 ? 0x8F : 0xBF;
        if (value >= 0xC2 && value <= 0xDF) {
            continuationBytes = 1;
        } else if (value >= 0xE0 && value <= 0xEF) {
            continuationBytes = 2;
        } else if (value >= 0xF0 && value <= 0xF4) {
            continuationBytes = 3;
        } else {
            throw notUtf8();
        }
    }

    private void continueCharacter(int value) throws SourceException {
        if (value < leastContinuation || value > greatestContinuation) {
            throw notUtf8();
        }
        leastContinuation = 0x80;
        greatestContinuation = 0xBF;
        continuationBytes--;
    }

    private SourceException binary() {
        return SourceException.user(file + " is not a text file: export it as CSV in UTF-8");
    }

    private SourceException notUtf8() {
        return fault("line " + line + " is not UTF-8; save the file as UTF-8");
    }

    private SourceException fault(String what) {
        return SourceException.user(file + ": " + what);
    }

    private static boolean contains(byte[] buffer, int length, byte value) {
        for (int i = 0; i < length; i++) {
            if (buffer[i] == value) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWithByteOrderMark(byte[] buffer, int length) {
        return length >= BYTE_ORDER_MARK.length
                && Arrays.equals(buffer, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }
}
