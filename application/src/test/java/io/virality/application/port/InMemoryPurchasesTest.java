package io.virality.application.port;

class InMemoryPurchasesTest extends PurchasesContract {

    @Override
    protected StoredPorts open() {
        return StoredPorts.inMemory();
    }
}
