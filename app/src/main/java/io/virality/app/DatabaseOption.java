package io.virality.app;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --database}, for every command that needs one. */
final class DatabaseOption {

    @Option(
            names = {"-d", "--database"},
            paramLabel = "FILE",
            description = "the SQLite file (default: the setting 'database', virality.db)")
    private Path file;

    Path orElse(Path usual) {
        return file == null ? usual : file;
    }
}
