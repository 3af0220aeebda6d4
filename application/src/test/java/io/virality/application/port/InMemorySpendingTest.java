package io.virality.application.port;

class InMemorySpendingTest extends SpendingContract {

    @Override
    protected StoredPorts open() {
        return StoredPorts.inMemory();
    }
}
