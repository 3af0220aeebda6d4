package io.virality.application.port;

class InMemoryQuarantineTest extends QuarantineContract {

    @Override
    protected StoredPorts open() {
        return StoredPorts.inMemory();
    }
}
