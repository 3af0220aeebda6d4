package io.virality.application.port;

class InMemoryFeedbackLogTest extends FeedbackLogContract {

    @Override
    protected StoredPorts open() {
        return StoredPorts.inMemory();
    }
}
