package io.virality.application.port;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Any CSV file with a header, as batches of columns. Its writing (delimiter, quotes, encoding, gzip) is found out. */
public interface Tables {

    /**
     * The names of the columns.
     *
     * @throws io.virality.application.Failure {@code INVALID_INPUT} if it is no table
     */
    List<String> columns(Path file);

    /**
     * Reads some columns of all rows of some files, in several threads. The rows of a file come in any order.
     *
     * @param columns which there are, each as often as it is read in another way
     * @param readers makes one for each thread
     * @param progress is told now and then
     * @return the labels of each column, by their numbers; empty for columns of another type
     * @throws io.virality.application.Failure {@code INVALID_INPUT} if a cell cannot be read so; names its line
     */
    List<List<String>> read(List<Path> files, List<Column> columns, Supplier<Reader> readers, Progress progress);

    /**
     * Where some keys stand, in the order of lines.
     *
     * @param keys as a column of type {@link Type#KEY} gave them
     */
    List<Place> places(Path file, String column, Set<Long> keys);

    /** A column, and how it is read. */
    record Column(String name, Type type) {}

    /** How cells are read. Blanks around their text do not count. */
    enum Type {
        /** As a number; {@code NaN} where the cell is empty, or says {@code NA}, {@code NaN} or {@code null}. */
        NUMBER,
        /** 1 or 0, also where it says true or false, yes or no; {@code NaN} as with numbers. */
        FLAG,
        /**
         * As a date or an instant (ISO 8601; in UTC where it names no zone): in days since 1970-01-01, with the part of the
         * day that has passed; {@code NaN} as with numbers.
         */
        TIME,
        /** As one of few texts: by its number among them, in no particular order; −1 where the cell is empty. */
        LABEL,
        /**
         * As one of many texts: whole numbers stand for themselves, others for a hash of 64 bits. The cell must not be
         * empty.
         */
        KEY
    }

    /** Some rows of one file. Its arrays may be longer than it has rows, and hold these until the reader returns. */
    interface Batch {

        /** How many rows. */
        int size();

        /** The place of their file among those that are read. */
        int file();

        /** A column of numbers, flags or times, by its place among those asked for. */
        double[] numbers(int column);

        /** A column of labels. */
        int[] labels(int column);

        /** A column of keys. */
        long[] keys(int column);
    }

    /** Is given all rows that one thread reads. */
    interface Reader {

        /** Some more rows. */
        void read(Batch batch);
    }

    /** Is told how far reading is. Called by several threads, one at a time. */
    interface Progress {

        /** So many bytes of a file have been read, of so many. */
        void read(long bytes, long all);
    }

    /**
     * Where a text stands.
     *
     * @param line of the file, from 1
     */
    record Place(long line, String text) {}
}
