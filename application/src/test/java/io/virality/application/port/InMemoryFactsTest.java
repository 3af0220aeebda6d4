package io.virality.application.port;

class InMemoryFactsTest extends FactsContract {

    @Override
    protected StoredPorts open() {
        return StoredPorts.inMemory();
    }
}
