package io.virality.application.port;

class InMemoryTransactionsTest extends TransactionsContract {

    @Override
    protected StoredPorts open() {
        return StoredPorts.inMemory();
    }
}
