package io.virality.domain.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 of values in their order: equal for equal values, whatever machine or version made it. */
public final class RowHash {

    private final MessageDigest digest;

    /** The hash of nothing yet. */
    public RowHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Adds a text, which ends where it ends: "a", "bc" is not "ab", "c". */
    public RowHash add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
        return this;
    }

    /** Adds numbers, bit by bit; all that are no number are alike. */
    public RowHash add(double... numbers) {
        ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES + numbers.length * Double.BYTES);
        buffer.putInt(numbers.length);
        for (double number : numbers) {
            buffer.putLong(Double.doubleToLongBits(number));
        }
        digest.update(buffer.flip());
        return this;
    }

    /** The hash as 64 hexadecimal digits; nothing can be added after that. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
