package io.virality.ingest;

import io.virality.spi.SourceException;
import io.virality.spi.SourceRow;
import io.virality.spi.SourceRows;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The lines behind the header, streamed; a line too long is given as a broken row and never held as a whole. */
final class NdjsonRows implements SourceRows {

    private static final int LONGEST_LINE = 1 << 20;
    private static final int KEPT_OF_TOO_LONG = 4_000;
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final FileChannel channel;
    private final long size;
    private final InputStream bytes;
    private final boolean simulated;
    private long line;

    private NdjsonRows(Path file, FileChannel channel) throws IOException, SourceException {
        this.file = file;
        this.channel = channel;
        this.size = channel.size();
        this.bytes = new BufferedInputStream(decompressed(channel), BUFFER);
        this.simulated = header();
    }

    /** Opens a file and reads its header. */
    static NdjsonRows of(Path file) throws SourceException {
        FileChannel channel = null;
        boolean opened = false;
        try {
            channel = FileChannel.open(file);
            NdjsonRows rows = new NdjsonRows(file, channel);
            opened = true;
            return rows;
        } catch (IOException e) {
            throw unreadable(file, e);
        } finally {
            if (!opened && channel != null) {
                close(channel);
            }
        }
    }

    private static InputStream decompressed(FileChannel channel) throws IOException {
        InputStream plain = new BufferedInputStream(Channels.newInputStream(channel), BUFFER);
        plain.mark(2);
        boolean gzip = plain.read() == 0x1f && plain.read() == 0x8b;
        plain.reset();
        return gzip ? new GZIPInputStream(plain, BUFFER) : plain;
    }

    private boolean header() throws SourceException {
        SourceRow header = next();
        if (header == null || !NdjsonRow.FORMAT_NAME.equals(header.field(NdjsonRow.FORMAT))) {
            throw SourceException.user(file + " does not start with the line of Virality's own form,"
                    + " {\"format\":\"virality\",\"version\":" + NdjsonRow.VERSION + "}: see docs/ndjson.md");
        }
        if (!String.valueOf(NdjsonRow.VERSION).equals(header.field(NdjsonRow.FORMAT_VERSION))) {
            throw SourceException.user(file + " is of version " + header.field(NdjsonRow.FORMAT_VERSION)
                    + " of the form; this Virality knows version " + NdjsonRow.VERSION);
        }
        return "simulated".equals(header.field(NdjsonRow.DATA));
    }

    boolean simulated() {
        return simulated;
    }

    @Override
    public SourceRow next() throws SourceException {
        try {
            return readRow();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private SourceRow readRow() throws IOException {
        while (true) {
            ByteArrayOutputStream content = new ByteArrayOutputStream(256);
            long length = 0;
            int value = bytes.read();
            if (value < 0) {
                return null;
            }
            line++;
            for (; value >= 0 && value != '\n'; value = bytes.read()) {
                if (++length <= LONGEST_LINE) {
                    content.write(value);
                }
            }
            if (length > 0) {
                return row(content.toByteArray(), length);
            }
        }
    }

    private SourceRow row(byte[] content, long length) {
        String position = String.valueOf(line);
        if (length > LONGEST_LINE) {
            String start = new String(content, 0, KEPT_OF_TOO_LONG, StandardCharsets.UTF_8);
            return NdjsonRow.defective(position, start, "the line is longer than 1 MiB: " + length + " bytes");
        }
        try {
            return NdjsonRow.read(
                    position,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(content))
                            .toString());
        } catch (CharacterCodingException e) {
            return NdjsonRow.defective(position, new String(content, StandardCharsets.UTF_8), "the line is not UTF-8");
        }
    }

    @Override
    public OptionalLong totalBytes() {
        return OptionalLong.of(size);
    }

    @Override
    public long bytesRead() {
        try {
            return channel.position();
        } catch (IOException e) {
            // closed: there is nothing more to read
            return size;
        }
    }

    @Override
    public void close() {
        close(channel);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // nothing was written, so nothing is lost
        }
    }

    static SourceException unreadable(Path file, IOException cause) {
        boolean broken = cause instanceof EOFException || cause instanceof ZipException;
        return new SourceException(
                broken ? SourceException.Turn.USER : SourceException.Turn.SOURCE,
                broken
                        ? file + " is cut off or damaged: its compressed content does not end well"
                        : file + " cannot be read: " + cause.getMessage(),
                cause);
    }
}
