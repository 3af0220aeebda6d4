package io.virality.ingest.csv;

import io.virality.spi.SourceException;
import java.io.IOException;
import java.io.InputStream;

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

    private enum State {
        FIELD_STARTS,
        UNQUOTED,
        QUOTED,
        QUOTE_CLOSED
    }

    private final CsvFile file;
    private final char delimiter;
    private final char quote;

    /** Bytes that are just text wherever they stand. */
    private final boolean[] plain = new boolean[256];

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

    private FileInspection(CsvFile file) {
        this.file = file;
        this.delimiter = file.dialect().delimiter();
        this.quote = file.dialect().quote();
        for (int value = 1; value < 128; value++) {
            plain[value] = value != quote && value != delimiter && value != '\n' && value != '\r';
        }
    }

    /**
     * Looks a file through.
     *
     * @throws SourceException if it is no text in UTF-8, or is no CSV that can be read to its end; says in which line,
     *     and what to do
     * @throws IOException if it cannot be read
     */
    static void inspect(CsvFile file) throws SourceException, IOException {
        new FileInspection(file).inspectContent();
    }

    private void inspectContent() throws SourceException, IOException {
        try (InputStream in = file.open()) {
            byte[] buffer = new byte[BUFFER];
            int length = in.readNBytes(buffer, 0, BUFFER);
            if (contains(buffer, length, (byte) 0)) {
                throw binary();
            }
            if (length == 0) {
                throw SourceException.user(file.path() + " is empty");
            }
            while (length > 0) {
                scan(buffer, length);
                scanned += length;
                length = in.readNBytes(buffer, 0, BUFFER);
            }
        }
        if (continuationBytes > 0) {
            throw notUtf8();
        }
        if (state == State.QUOTED) {
            throw fault("the quoted field that opens in line " + quoteLine + " is never closed: the file is cut off");
        }
        checkRecord(scanned);
    }

    private void scan(byte[] buffer, int to) throws SourceException {
        int i = 0;
        while (i < to) {
            if (continuationBytes > 0) {
                continueCharacter(buffer[i++] & 0xFF);
                continue;
            }
            int start = i;
            while (i < to && plain[buffer[i] & 0xFF]) {
                i++;
            }
            if (i > start) {
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
                if (value == quote) {
                    quote();
                } else if (value == delimiter) {
                    separator();
                } else {
                    text();
                    startCharacter(value);
                }
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
        return SourceException.user(file.path() + " is not a text file: export it as CSV in UTF-8");
    }

    private SourceException notUtf8() {
        return fault("line " + line + " is not UTF-8; save the file as UTF-8");
    }

    private SourceException fault(String what) {
        return SourceException.user(file.path() + ": " + what);
    }

    private static boolean contains(byte[] buffer, int length, byte value) {
        for (int i = 0; i < length; i++) {
            if (buffer[i] == value) {
                return true;
            }
        }
        return false;
    }
}
