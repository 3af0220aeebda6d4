package io.virality.app;

import io.virality.application.Failure;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files of designs. */
final class Designs {

    private Designs() {}

    /** @throws Failure {@code INVALID_INPUT} if the file cannot be read */
    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, "there is no file " + file, e);
        } catch (CharacterCodingException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, file + " is not a text in UTF-8", e);
        } catch (IOException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, "cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
