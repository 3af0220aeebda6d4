package io.virality.application.port;

class InMemoryHoldingsTest extends HoldingsContract {

    @Override
    protected StoredPorts open() {
        return StoredPorts.inMemory();
    }
}
