package io.virality.application.port;

class InMemoryEarningsTest extends EarningsContract {

    @Override
    protected StoredPorts open() {
        return StoredPorts.inMemory();
    }
}
