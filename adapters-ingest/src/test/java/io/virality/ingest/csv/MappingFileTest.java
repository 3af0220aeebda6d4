package io.virality.ingest.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.spi.Fields;
import io.virality.spi.Source;
import io.virality.spi.SourceException;
import io.virality.spi.SourceRow;
import io.virality.spi.SourceRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingFileTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeMapping() throws Exception {
        Files.writeString(folder.resolve("agency.properties"), """
                column.handle=User name
                column.followers=Fans
                convert.followers=compact
                constant.platform=instagram
                silent=none, unknown
                delimiter=;
                """);
    }

    @Test
    void a_mapping_file_serves_any_layout() throws Exception {
        Source source = source("agency", "User name;Fans;x\nada;1.5M;1\ngrace;none;2\n");
        assertEquals("agency@1", source.version());
        try (SourceRows rows = source.read(Optional.empty())) {
            SourceRow ada = rows.next();
            assertEquals("ada", ada.field(Fields.HANDLE));
            assertEquals("1500000", ada.field(Fields.FOLLOWERS));
            assertEquals("instagram", ada.field(Fields.PLATFORM));
            assertNull(rows.next().field(Fields.FOLLOWERS));
        }
    }

    @Test
    void a_name_that_nobody_knows_comes_with_the_known_ones() {
        SourceException refusal = assertThrows(SourceException.class, () -> source("agencys", "a\n"));
        assertTrue(refusal.getMessage().contains("did you mean 'agency'?"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("bright-data-profiles@1"), refusal.getMessage());
    }

    @Test
    void a_property_that_nobody_knows_is_an_error() throws Exception {
        Files.writeString(folder.resolve("wrong.properties"), "colum.handle=User name\n");
        SourceException refusal = assertThrows(SourceException.class, () -> source("wrong", "a\n"));
        assertTrue(refusal.getMessage().startsWith("no property 'colum.handle'"), refusal.getMessage());
    }

    @Test
    void a_conversion_that_nobody_knows_is_an_error() throws Exception {
        Files.writeString(folder.resolve("wrong.properties"), "convert.followers=compactly\n");
        SourceException refusal = assertThrows(SourceException.class, () -> source("wrong", "a\n"));
        assertTrue(refusal.getMessage().contains("did you mean 'compact'?"), refusal.getMessage());
    }

    private Source source(String preset, String content) throws Exception {
        Path file = Files.writeString(folder.resolve("table.csv"), content);
        return new CsvSourceFactory()
                .create("csv", Map.of("file", file.toString(), "preset", preset, "mappings", folder.toString()));
    }
}
