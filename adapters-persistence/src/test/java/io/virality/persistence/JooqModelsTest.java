package io.virality.persistence;

import io.virality.application.port.ModelsContract;
import io.virality.application.port.StoredPorts;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class JooqModelsTest extends ModelsContract {

    @TempDir
    Path folder;

    @Override
    protected StoredPorts open() {
        return TestDatabase.in(folder);
    }
}
