package io.virality.persistence;

import io.virality.application.port.PortraitsContract;
import io.virality.application.port.StoredPorts;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class JooqPortraitsTest extends PortraitsContract {

    @TempDir
    Path folder;

    @Override
    protected StoredPorts open() {
        return TestDatabase.in(folder);
    }
}
