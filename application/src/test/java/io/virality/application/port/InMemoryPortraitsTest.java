package io.virality.application.port;

class InMemoryPortraitsTest extends PortraitsContract {

    @Override
    protected StoredPorts open() {
        return StoredPorts.inMemory();
    }
}
