package io.virality.web;

import io.virality.application.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** A file that a client sends, in a temporary folder of its own. Closed, it is gone. */
final class Upload implements AutoCloseable {

    private static final int CHUNK = 1 << 16;

    /** A plain name: it says which file it was, and never where it lies. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N} ._()-]{0,99}");

    private final String name;
    private final long largest;
    private Path folder;

    /**
     * Nothing is received yet.
     *
     * @param name the file's name, without folders
     * @param largest how many bytes are taken at most
     * @throws Failure {@code INVALID_INPUT} if it is no plain name
     */
    Upload(String name, long largest) {
        if (!NAME.matcher(name).matches()) {
            throw Failure.invalid("a file's name consists of letters, digits, blanks and ._()- and is at most 100"
                    + " characters long, not '" + name + "'");
        }
        this.name = name;
        this.largest = largest;
    }

    /**
     * Receives the file.
     *
     * @param announced how long it will be, if known
     * @throws Failure {@code TOO_LARGE} if it is, {@code INVALID_INPUT} if it breaks off
     */
    Path receive(InputStream content, OptionalLong announced) {
        if (announced.orElse(0) > largest) {
            throw tooLarge();
        }
        try {
            folder = Files.createTempDirectory("virality-upload-");
            Path file = folder.resolve(name);
            try (OutputStream out = Files.newOutputStream(file)) {
                long received = 0;
                for (byte[] chunk = next(content); chunk.length > 0; chunk = next(content)) {
                    received += chunk.length;
                    if (received > largest) {
                        throw tooLarge();
                    }
                    out.write(chunk);
                }
            }
            return file;
        } catch (IOException e) {
            throw new Failure(Failure.Kind.INTERNAL, "an upload cannot be kept: " + e.getMessage(), e);
        }
    }

    private static byte[] next(InputStream content) {
        try {
            return content.readNBytes(CHUNK);
        } catch (IOException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, "the upload broke off: send it again", e);
        }
    }

    private Failure tooLarge() {
        return new Failure(
                Failure.Kind.TOO_LARGE,
                "an upload may have " + largest + " bytes; import a larger file with 'virality import'");
    }

    @Override
    public void close() {
        if (folder == null) {
            return;
        }
        try {
            Files.deleteIfExists(folder.resolve(name));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new Failure(Failure.Kind.INTERNAL, "an upload cannot be removed: " + e.getMessage(), e);
        }
    }
}
