package io.virality.application.port;

class InMemoryExperimentsTest extends ExperimentsContract {

    @Override
    protected StoredPorts open() {
        return StoredPorts.inMemory();
    }
}
