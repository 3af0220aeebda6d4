package io.virality.persistence;

import io.virality.application.port.SpendingContract;
import io.virality.application.port.StoredPorts;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class JooqSpendingTest extends SpendingContract {

    @TempDir
    Path folder;

    @Override
    protected StoredPorts open() {
        return TestDatabase.in(folder);
    }
}
