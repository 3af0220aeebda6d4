package io.virality.ingest.csv;

import io.virality.spi.SourceContract;
import io.virality.spi.SourceFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class TikTokShopsTest extends SourceContract {

    @TempDir
    private Path folder;

    @Override
    protected SourceFactory factory() {
        return new TikTokShopsFactory();
    }

    @Override
    protected Map<String, String> properties() throws IOException {
        Path file = folder.resolve("shops.json");
        if (!Files.exists(file)) {
            CsvText.write(file, """
                    [{"Shop ID": 9007199254740993, "Shop Name": "Ada", "Total_GMV_cleaned": 12.5},
                     7, [[]],
                     {"Shop ID": 9007199254740995, "Shop Name": null, "more": {"deep": [1, 2]}}]
                    """);
        }
        return Map.of("file", file.toString(), "observedAt", "2026-01-31");
    }
}
