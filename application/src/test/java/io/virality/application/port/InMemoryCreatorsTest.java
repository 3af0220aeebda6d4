package io.virality.application.port;

class InMemoryCreatorsTest extends CreatorsContract {

    @Override
    protected StoredPorts open() {
        return StoredPorts.inMemory();
    }
}
