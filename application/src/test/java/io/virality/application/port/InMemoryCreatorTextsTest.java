package io.virality.application.port;

class InMemoryCreatorTextsTest extends CreatorTextsContract {

    @Override
    protected StoredPorts open() {
        return StoredPorts.inMemory();
    }
}
