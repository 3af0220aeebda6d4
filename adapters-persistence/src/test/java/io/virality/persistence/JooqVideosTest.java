package io.virality.persistence;

import io.virality.application.port.StoredPorts;
import io.virality.application.port.VideosContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class JooqVideosTest extends VideosContract {

    @TempDir
    Path folder;

    @Override
    protected StoredPorts open() {
        return TestDatabase.in(folder);
    }
}
