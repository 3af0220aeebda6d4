package io.virality.application.port;

class InMemoryInsightQueriesTest extends InsightQueriesContract {

    @Override
    protected StoredPorts open() {
        return StoredPorts.inMemory();
    }
}
