package io.virality.ingest.csv;

import io.virality.spi.SourceException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file and how it is written.
 *
 * @param path where it is
 * @param compressed whether it is packed with gzip, whatever its name says
 * @param charset its encoding
 * @param dialect how its cells are told apart
 */
record CsvFile(Path path, boolean compressed, Charset charset, Dialect dialect) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int BUFFER = 1 << 16;
    private static final Pattern JSON = Pattern.compile("\\s*+(?:\\[\\s*+[{\\[\\]]|\\{\\s*+[\"}])");
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16_BIG_MARK = {(byte) 0xFE, (byte) 0xFF};
    private static final byte[] UTF_16_LITTLE_MARK = {(byte) 0xFF, (byte) 0xFE};

    /**
     * A file that can be read to its end, looked through once.
     *
     * @param wish what the user knows about it
     * @throws SourceException if it cannot be read, is no text in a known encoding, or is no CSV
     */
    static CsvFile recognise(Path path, Dialect.Wish wish) throws SourceException {
        boolean compressed = isPacked(requireFile(path));
        try {
            Charset charset = wish.charset().orElse(null);
            if (charset != null) {
                return inspected(path, compressed, charset, wish);
            }
            CsvFile raw = new CsvFile(path, compressed, StandardCharsets.UTF_8, Dialect.USUAL);
            refuseJson(raw);
            if (startsWith(raw.unpacked(), UTF_16_BIG_MARK) || startsWith(raw.unpacked(), UTF_16_LITTLE_MARK)) {
                return inspected(path, compressed, StandardCharsets.UTF_16, wish);
            }
            try {
                return inspected(path, compressed, StandardCharsets.UTF_8, wish);
            } catch (SourceException e) {
                if (!WesternText.isCertain(raw.unpacked())) {
                    throw e;
                }
                return inspected(path, compressed, WINDOWS_1252, wish);
            }
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /**
     * A file of which the start alone was looked at, for whoever finds by himself what is wrong further on.
     *
     * @throws SourceException if it cannot be read, or starts as no CSV does
     */
    static CsvFile glance(Path path) throws SourceException {
        boolean compressed = isPacked(requireFile(path));
        CsvFile raw = new CsvFile(path, compressed, StandardCharsets.UTF_8, Dialect.USUAL);
        try (InputStream in = raw.open()) {
            byte[] start = in.readNBytes(BUFFER);
            if (start.length == 0) {
                throw SourceException.user(path + " is empty");
            }
            if (!isText(start)) {
                return recognise(path, Dialect.Wish.NONE);
            }
            refuseJson(raw);
            String text = new String(start, StandardCharsets.UTF_8);
            return new CsvFile(
                    path,
                    compressed,
                    StandardCharsets.UTF_8,
                    Dialect.of(text, start.length < BUFFER, Dialect.Wish.NONE));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** Whether it is the start of a text in UTF-8; its last character may be cut off. */
    private static boolean isText(byte[] start) {
        for (byte value : start) {
            if (value == 0) {
                return false;
            }
        }
        CharBuffer characters = CharBuffer.allocate(start.length);
        return !StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(start), characters, false)
                .isError();
    }

    /** JSON could be taken for a table with strange names. */
    private static void refuseJson(CsvFile file) throws SourceException, IOException {
        try (InputStream in = file.open()) {
            String start = new String(in.readNBytes(BUFFER), StandardCharsets.UTF_8);
            if (JSON.matcher(start).lookingAt()) {
                throw SourceException.user(file.path + " is JSON, not CSV: a list of TikTok shops is imported with"
                        + " 'virality import tiktok-shops --set file=FILE', what 'virality export' wrote with"
                        + " 'virality import ndjson FILE'");
            }
        }
    }

    private static CsvFile inspected(Path path, boolean compressed, Charset charset, Dialect.Wish wish)
            throws SourceException, IOException {
        CsvFile undivided = new CsvFile(path, compressed, charset, Dialect.USUAL);
        Dialect dialect;
        try (InputStream in = undivided.open()) {
            byte[] start = in.readNBytes(BUFFER);
            dialect = Dialect.of(new String(start, StandardCharsets.UTF_8), start.length < BUFFER, wish);
        }
        CsvFile file = new CsvFile(path, compressed, charset, dialect);
        FileInspection.inspect(file);
        return file;
    }

    /** The file that a source's property names. */
    static Path path(String type, String file) throws SourceException {
        if (file == null || file.isBlank()) {
            throw SourceException.user("a " + type + " source needs a file: set the property 'file'");
        }
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new SourceException(
                    SourceException.Turn.USER, "'" + file + "' cannot be the name of a file: " + e.getReason(), e);
        }
    }

    /** Whether a file is packed with gzip, whatever its name says. */
    static boolean isPacked(Path path) throws SourceException {
        try {
            return startsWith(Files.newInputStream(path), GZIP);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** The path, if a file is there that can be read. */
    static Path requireFile(Path path) throws SourceException {
        if (Files.isDirectory(path)) {
            throw SourceException.user(path + " is a directory: name a file in it");
        }
        if (!Files.exists(path)) {
            throw SourceException.user(path + ": there is no such file");
        }
        if (!Files.isRegularFile(path)) {
            throw SourceException.user(path + " is not a regular file: copy its content into one");
        }
        if (!Files.isReadable(path)) {
            throw SourceException.user(path + " may not be read: change its permissions");
        }
        return path;
    }

    /** Its text in UTF-8, without a byte-order mark. */
    InputStream open() throws IOException {
        return decoded(unpacked());
    }

    /** The same, of bytes that were opened already. */
    InputStream open(InputStream bytes) throws IOException {
        return decoded(unpacked(bytes));
    }

    private InputStream unpacked() throws IOException {
        return unpacked(Files.newInputStream(path));
    }

    private InputStream unpacked(InputStream bytes) throws IOException {
        return compressed ? new GZIPInputStream(bytes, BUFFER) : bytes;
    }

    private InputStream decoded(InputStream bytes) throws IOException {
        if (!charset.equals(StandardCharsets.UTF_8)) {
            return new Utf8Stream(new InputStreamReader(bytes, charset.newDecoder()));
        }
        PushbackInputStream in = new PushbackInputStream(bytes, UTF_8_MARK.length);
        byte[] start = in.readNBytes(UTF_8_MARK.length);
        if (!Arrays.equals(start, UTF_8_MARK)) {
            in.unread(start);
        }
        return in;
    }

    private static boolean startsWith(InputStream bytes, byte[] mark) throws IOException {
        try (bytes) {
            return Arrays.equals(bytes.readNBytes(mark.length), mark);
        }
    }

    /** What to say of a file that could not be read on. */
    static SourceException unreadable(Path path, IOException cause) {
        if (cause instanceof ZipException || cause instanceof EOFException) {
            return new SourceException(
                    SourceException.Turn.USER,
                    path + " is packed with gzip and damaged or cut off (" + cause.getMessage() + "): pack it again",
                    cause);
        }
        if (cause instanceof CharacterCodingException) {
            return new SourceException(
                    SourceException.Turn.USER,
                    path + " is not in the encoding that it is read in; save the file as UTF-8",
                    cause);
        }
        return new SourceException(SourceException.Turn.SOURCE, path + " cannot be read: " + cause.getMessage(), cause);
    }
}
