package io.virality.persistence;

import io.virality.application.port.EarningsContract;
import io.virality.application.port.StoredPorts;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class JooqEarningsTest extends EarningsContract {

    @TempDir
    Path folder;

    @Override
    protected StoredPorts open() {
        return TestDatabase.in(folder);
    }
}
