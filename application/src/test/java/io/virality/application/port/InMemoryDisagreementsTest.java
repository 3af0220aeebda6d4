package io.virality.application.port;

class InMemoryDisagreementsTest extends DisagreementsContract {

    @Override
    protected StoredPorts open() {
        return StoredPorts.inMemory();
    }
}
