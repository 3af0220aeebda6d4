package io.virality.application.port;

class InMemoryDatasetTest extends DatasetContract {

    @Override
    protected StoredPorts open() {
        return StoredPorts.inMemory();
    }
}
