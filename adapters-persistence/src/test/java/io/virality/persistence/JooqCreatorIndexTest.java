package io.virality.persistence;

import io.virality.application.port.CreatorIndexContract;
import io.virality.application.port.StoredPorts;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class JooqCreatorIndexTest extends CreatorIndexContract {

    @TempDir
    Path folder;

    @Override
    protected StoredPorts open() {
        return TestDatabase.in(folder);
    }
}
