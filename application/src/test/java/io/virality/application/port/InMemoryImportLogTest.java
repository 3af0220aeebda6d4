package io.virality.application.port;

class InMemoryImportLogTest extends ImportLogContract {

    @Override
    protected StoredPorts open() {
        return StoredPorts.inMemory();
    }
}
