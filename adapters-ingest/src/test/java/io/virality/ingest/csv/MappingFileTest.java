package io.virality.ingest.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.spi.Fields;
import io.virality.spi.Kinds;
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
    void a_mapping_file_may_be_about_any_kind() throws Exception {
        Files.writeString(folder.resolve("till.properties"), """
                kind=sale
                column.order_id=Order No
                column.sold_at=Bought
                column.gross=Total
                convert.gross=amount
                column.handle=Who
                constant.currency=EUR
                delimiter=;
                """);
        Source source = source("till", "Order No;Bought;Total;Who;units\n1;2026-01-31;1.012,50 €;ada;2\n");
        assertEquals("till@1", source.version());
        SourceRow row = CsvText.rows(source).get(0);
        assertEquals(Kinds.SALE, row.kind());
        assertEquals(
                Map.of(
                        Fields.ORDER_ID, "1",
                        Fields.SOLD_AT, "2026-01-31T00:00:00Z",
                        Fields.GROSS, "1012.50",
                        Fields.CURRENCY, "EUR",
                        Fields.HANDLE, "ada",
                        Fields.UNITS, "2"),
                CsvText.said(row));
        assertEquals("sale", source.explanation().facts().get("kind"));
        assertEquals("EUR", source.explanation().facts().get("always currency"));
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
