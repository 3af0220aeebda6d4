package io.virality.ingest.csv;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/** A file cut into blocks of whole records, which several threads take in turn. */
final class CsvBlocks implements AutoCloseable {

    private static final int SIZE = 1 << 20;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private final FileChannel channel;
    private final InputStream in;
    private final byte quote;
    private final byte delimiter;

    /** What was read behind the last record that was given away. */
    private byte[] rest = new byte[0];

    private long offset;
    private boolean ended;

    CsvBlocks(CsvFile file) throws IOException {
        this.channel = FileChannel.open(file.path());
        this.in = file.open(Channels.newInputStream(channel));
        this.quote = (byte) file.dialect().quote();
        this.delimiter = (byte) file.dialect().delimiter();
    }

    /** What is wrong at a place of the text. */
    static final class Fault extends Exception {

        private static final long serialVersionUID = 1;

        private final long offset;

        Fault(long offset, String what) {
            super(what);
            this.offset = offset;
        }

        long offset() {
            return offset;
        }
    }

    /** Some whole records. Its array is used again for the next ones. */
    static final class Block {

        private byte[] bytes = new byte[2 * SIZE];
        private int size;
        private long offset;

        byte[] bytes() {
            return bytes;
        }

        int size() {
            return size;
        }

        /** Where in the text its first byte stands. */
        long offset() {
            return offset;
        }
    }

    /**
     * The next records, put into a block.
     *
     * @return whether there are any
     */
    synchronized boolean next(Block block) throws IOException, Fault {
        System.arraycopy(rest, 0, block.bytes, 0, rest.length);
        int length = rest.length;
        block.offset = offset;
        if (!ended) {
            int read = in.readNBytes(block.bytes, length, SIZE);
            ended = read < SIZE;
            length += read;
        }
        block.size = ended ? length : lastEnd(block.bytes, length);
        if (length - block.size > SIZE || block.size == 0 && length > 0) {
            throw new Fault(offset + block.size, "the row is longer than 1 MiB; is a quote not closed?");
        }
        rest = Arrays.copyOfRange(block.bytes, block.size, length);
        offset += block.size;
        return block.size > 0;
    }

    /** Bytes of the file, packed as it is. */
    synchronized long bytesRead() throws IOException {
        return channel.position();
    }

    long bytesInAll() throws IOException {
        return channel.size();
    }

    /** Behind the last record that ends here for sure. */
    private int lastEnd(byte[] bytes, int length) {
        return contains(bytes, length, quote) ? lastEndAmongQuotes(bytes, length) : lastLineEnd(bytes, length);
    }

    private static int lastLineEnd(byte[] bytes, int length) {
        // A carriage return at the very end may be half of a line end.
        for (int i = length - 1; i >= 0; i--) {
            if (bytes[i] == '\n' || bytes[i] == '\r' && i < length - 1) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Quotes open and close as in {@link FileInspection}: within plain text they are characters like any other. */
    private int lastEndAmongQuotes(byte[] bytes, int length) {
        int end = 0;
        boolean quoted = false;
        boolean cellStarts = true;
        for (int i = 0; i < length; i++) {
            byte value = bytes[i];
            if (quoted) {
                quoted = value != quote;
                // A doubled quote opens at once again.
                cellStarts = value == quote;
            } else if (value == quote && cellStarts) {
                quoted = true;
            } else if (value == '\n' || value == '\r' && i < length - 1) {
                end = i + 1;
                cellStarts = true;
            } else {
                cellStarts = value == delimiter;
            }
        }
        return end;
    }

    /** Looks at eight bytes at once. */
    private static boolean contains(byte[] bytes, int length, byte wanted) {
        long pattern = ONES * (wanted & 0xFF);
        int i = 0;
        for (; i + Long.BYTES <= length; i += Long.BYTES) {
            long difference = (long) LONGS.get(bytes, i) ^ pattern;
            if ((difference - ONES & ~difference & HIGHS) != 0) {
                return true;
            }
        }
        for (; i < length; i++) {
            if (bytes[i] == wanted) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
