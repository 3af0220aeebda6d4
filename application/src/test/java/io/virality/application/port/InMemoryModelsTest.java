package io.virality.application.port;

class InMemoryModelsTest extends ModelsContract {

    @Override
    protected StoredPorts open() {
        return StoredPorts.inMemory();
    }
}
