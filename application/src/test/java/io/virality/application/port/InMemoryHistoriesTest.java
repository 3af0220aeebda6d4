package io.virality.application.port;

class InMemoryHistoriesTest extends HistoriesContract {

    @Override
    protected StoredPorts open() {
        return StoredPorts.inMemory();
    }
}
