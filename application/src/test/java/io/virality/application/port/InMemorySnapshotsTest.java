package io.virality.application.port;

class InMemorySnapshotsTest extends SnapshotsContract {

    @Override
    protected StoredPorts open() {
        return StoredPorts.inMemory();
    }
}
