package io.virality.ingest.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.virality.application.Failure;
import io.virality.application.Suggestion;
import io.virality.application.port.Tables;
import io.virality.ingest.csv.CsvBlocks.Block;
import io.virality.ingest.csv.CsvBlocks.Fault;
import io.virality.spi.SourceException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Tables in CSV files, read by as many threads as there are processors. */
final class CsvTables implements Tables {

    private final int threads;

    CsvTables(int threads) {
        this.threads = threads;
    }

    @Override
    public List<String> columns(Path file) {
        return header(glance(file));
    }

    private static CsvFile glance(Path file) {
        try {
            return CsvFile.glance(file);
        } catch (SourceException e) {
            throw failure(e);
        }
    }

    private static List<String> header(CsvFile file) {
        try {
            return CsvRows.header(file);
        } catch (SourceException e) {
            throw failure(e);
        } catch (CsvParseException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, file.path() + ": the header cannot be read", e);
        }
    }

    private static Failure failure(SourceException e) {
        Failure.Kind kind =
                e.turn() == SourceException.Turn.USER ? Failure.Kind.INVALID_INPUT : Failure.Kind.SOURCE_UNAVAILABLE;
        return new Failure(kind, e.getMessage(), e);
    }

    @Override
    public List<List<String>> read(
            List<Path> files, List<Column> columns, Supplier<Reader> readers, Progress progress) {
        List<Labels> texts = Stream.generate(Labels::new).limit(columns.size()).toList();
        List<Reader> ours = Stream.generate(readers).limit(threads).toList();
        for (int i = 0; i < files.size(); i++) {
            read(i, glance(files.get(i)), columns, texts, ours, progress);
        }
        return texts.stream().map(Labels::texts).toList();
    }

    private static void read(
            int number,
            CsvFile file,
            List<Column> columns,
            List<Labels> texts,
            List<Reader> readers,
            Progress progress) {
        int[][] wanted = wanted(file, columns);
        try (CsvBlocks blocks = new CsvBlocks(file)) {
            Reading reading = new Reading(blocks, progress);
            List<Thread> workers = new ArrayList<>();
            for (Reader reader : readers) {
                CsvColumns rows = new CsvColumns(number, file.dialect(), columns, wanted, texts, reader);
                Thread worker = new Thread(() -> reading.read(rows), "table");
                worker.setDaemon(true);
                workers.add(worker);
                worker.start();
            }
            for (Thread worker : workers) {
                worker.join();
            }
            reading.complain(file);
        } catch (IOException e) {
            throw failure(CsvFile.unreadable(file.path(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(Failure.Kind.BUSY, "reading " + file.path() + " was interrupted", e);
        }
    }

    /** Which columns each place of a record belongs to. */
    private static int[][] wanted(CsvFile file, List<Column> columns) {
        List<String> header = header(file);
        int[][] wanted = new int[header.size()][];
        for (int i = 0; i < columns.size(); i++) {
            int place = place(file, header, columns.get(i).name());
            int[] before = wanted[place] == null ? new int[0] : wanted[place];
            wanted[place] = Arrays.copyOf(before, before.length + 1);
            wanted[place][before.length] = i;
        }
        return wanted;
    }

    private static int place(CsvFile file, List<String> header, String name) {
        int place = header.indexOf(name);
        if (place < 0) {
            throw Failure.invalid(file.path() + ": " + Suggestion.unknown("column", name, header));
        }
        if (header.lastIndexOf(name) != place) {
            throw Failure.invalid(file.path() + ": two columns are called '" + name
                    + "': give them different names in the first line");
        }
        return place;
    }

    /** What the threads have in common: what is left to read, and the first thing that is wrong. */
    private static final class Reading {

        private final CsvBlocks blocks;
        private final Progress progress;
        private Fault fault;
        private IOException failure;
        private Throwable error;

        Reading(CsvBlocks blocks, Progress progress) {
            this.blocks = blocks;
            this.progress = progress;
        }

        void read(CsvColumns reader) {
            Block block = new Block();
            try {
                while (goesOn() && blocks.next(block)) {
                    reader.read(block);
                    tell();
                }
            } catch (Fault e) {
                found(e);
            } catch (IOException e) {
                found(e);
            } catch (RuntimeException | Error e) {
                found(e);
            }
        }

        private synchronized void tell() throws IOException {
            progress.read(blocks.bytesRead(), blocks.bytesInAll());
        }

        private synchronized boolean goesOn() {
            return fault == null && failure == null && error == null;
        }

        /** Blocks are read at once: the first fault of the text may be the second to be found. */
        private synchronized void found(Fault found) {
            if (fault == null || found.offset() < fault.offset()) {
                fault = found;
            }
        }

        private synchronized void found(IOException found) {
            failure = found;
        }

        private synchronized void found(Throwable found) {
            error = found;
        }

        synchronized void complain(CsvFile file) throws IOException {
            if (error instanceof Error grave) {
                throw grave;
            }
            if (error instanceof RuntimeException wrong) {
                throw wrong;
            }
            if (failure != null) {
                throw failure;
            }
            if (fault != null) {
                throw new Failure(
                        Failure.Kind.INVALID_INPUT,
                        file.path() + ", line " + line(file, fault.offset()) + ": " + fault.getMessage(),
                        fault);
            }
        }

        /** Threads do not know how many lines are before theirs. */
        private static long line(CsvFile file, long offset) throws IOException {
            long line = 1;
            try (InputStream in = new BufferedInputStream(file.open(), 1 << 16)) {
                int previous = 0;
                for (long i = 0; i < offset; i++) {
                    int value = in.read();
                    if (value == '\r' || value == '\n' && previous != '\r') {
                        line++;
                    }
                    previous = value;
                }
            }
            return line;
        }
    }

    @Override
    public List<Place> places(Path path, String column, Set<Long> keys) {
        CsvFile file = glance(path);
        int place = place(file, header(file), column);
        List<Place> places = new ArrayList<>();
        try (InputStream text = file.open()) {
            Iterator<CsvRecord> records = CsvRows.records(file, text);
            records.next();
            while (records.hasNext()) {
                CsvRecord row = records.next();
                String unit = place < row.getFieldCount() ? row.getField(place).strip() : "";
                if (keys.contains(Key.of(unit))) {
                    places.add(new Place(row.getStartingLineNumber(), unit));
                }
            }
        } catch (IOException e) {
            throw failure(CsvFile.unreadable(path, e));
        } catch (UncheckedIOException e) {
            throw failure(CsvFile.unreadable(path, e.getCause()));
        }
        return places;
    }
}
