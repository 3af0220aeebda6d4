package io.virality.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Tells whether two readings of a source are readings of the same: by what it is set to, and by the content of its file.
 * The content is looked through while the source itself opens it.
 */
final class SourceFingerprint {

    private static final int SHORT = 12;

    private final String settings;
    private final CompletableFuture<Optional<String>> content;

    /** Of a source of these settings; one of them may be its file. */
    SourceFingerprint(Map<String, String> settings, Optional<Path> file) {
        this.settings = HexFormat.of()
                .formatHex(sha256().digest(new TreeMap<>(settings).toString().getBytes(StandardCharsets.UTF_8)))
                .substring(0, SHORT);
        this.content = CompletableFuture.supplyAsync(() -> file.flatMap(SourceFingerprint::hash));
    }

    /** SHA-256 of the file in lower-case hexadecimal digits, where there is one. */
    Optional<String> ofContent() {
        return content.join();
    }

    /** A row's position as one in this source. */
    String mark(String position) {
        return settings + " " + position;
    }

    /** The row's position in what {@link #mark} has given; empty if it was another source. */
    Optional<String> unmark(String marked) {
        return marked.startsWith(mark("")) ? Optional.of(marked.substring(SHORT + 1)) : Optional.empty();
    }

    /** A file that cannot be read is the source's to complain about. */
    private static Optional<String> hash(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java knows SHA-256", e);
        }
    }
}
