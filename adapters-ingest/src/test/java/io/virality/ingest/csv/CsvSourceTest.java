package io.virality.ingest.csv;

import io.virality.spi.SourceContract;
import io.virality.spi.SourceFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class CsvSourceTest extends SourceContract {

    @TempDir
    private Path folder;

    @Override
    protected SourceFactory factory() {
        return new CsvSourceFactory();
    }

    @Override
    protected Map<String, String> properties() throws IOException {
        Path file = folder.resolve("profiles.csv");
        if (!Files.exists(file)) {
            Files.writeString(file, """
                    id,url,biography,followers,awg_engagement_rate
                    9007199254740993,https://www.tiktok.com/@ada,"one
                    two 🦋",1200,0.25

                    9007199254740995,https://www.tiktok.com/@grace,"she said ""hi"" twice",null,
                    9007199254740997,https://www.tiktok.com/@short
                    9007199254740999,https://www.tiktok.com/@mary,,7,1.5
                    """);
        }
        return Map.of("file", file.toString(), "observedAt", "2023-08-31");
    }
}
