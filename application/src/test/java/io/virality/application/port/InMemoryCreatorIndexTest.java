package io.virality.application.port;

class InMemoryCreatorIndexTest extends CreatorIndexContract {

    @Override
    protected StoredPorts open() {
        return StoredPorts.inMemory();
    }
}
