package io.virality.application.port;

class InMemoryVideosTest extends VideosContract {

    @Override
    protected StoredPorts open() {
        return StoredPorts.inMemory();
    }
}
