package io.virality.web;

import io.virality.application.Failure;
import io.virality.domain.experiment.Line;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * JSON objects, one a line, read as it comes. Empty lines are left out, and counted. What is wrong is said with
 * the number of its line.
 */
final class Ndjson<V, T> implements Iterator<Line<T>> {

    /** Longer lines are no rows. */
    private static final int LONGEST_LINE = 64 * 1024;

    private final InputStream content;
    private final long largest;
    private final Class<V> view;
    private final Function<V, T> reading;
    private long read;
    private long number;
    private byte[] next;

    /**
     * Nothing is read yet.
     *
     * @param largest how many bytes there may be
     * @param reading makes a row of a view; may throw {@code IllegalArgumentException}
     */
    Ndjson(InputStream content, long largest, Class<V> view, Function<V, T> reading) {
        this.content = new BufferedInputStream(content, LONGEST_LINE);
        this.largest = largest;
        this.view = view;
        this.reading = reading;
    }

    @Override
    public boolean hasNext() {
        try {
            while (next == null || next.length == 0) {
                byte[] line = line();
                if (line == null) {
                    return false;
                }
                number++;
                next = line;
            }
            return true;
        } catch (IOException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, "it broke off: send it again", e);
        }
    }

    /** Without its end; {@code null} after the last. */
    private byte[] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        int c = octet();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n') {
            if (line.size() == LONGEST_LINE) {
                throw new Failure(
                        Failure.Kind.TOO_LARGE,
                        "line " + (number + 1) + " is longer than " + LONGEST_LINE + " bytes: one row a line");
            }
            if (c != '\r') {
                line.write(c);
            }
            c = octet();
        }
        return line.toByteArray();
    }

    private int octet() throws IOException {
        if (read++ > largest) {
            throw tooLarge(largest);
        }
        return content.read();
    }

    @Override
    public Line<T> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more lines");
        }
        byte[] line = next;
        next = null;
        try {
            return new Line<>(number, reading.apply(Json.read(line, view)));
        } catch (Failure e) {
            throw new Failure(e.kind(), "line " + number + ": " + e.getMessage().replaceFirst("^the body ", "it "), e);
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.IMPOSSIBLE_INPUT, "line " + number + ": " + e.getMessage(), e);
        }
    }

    static Failure tooLarge(long largest) {
        return new Failure(Failure.Kind.TOO_LARGE, "a body may have " + largest + " bytes: send it in parts");
    }
}
