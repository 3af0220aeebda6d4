package io.virality.application.port;

class InMemoryCategoryPredictionsTest extends CategoryPredictionsContract {

    @Override
    protected StoredPorts open() {
        return StoredPorts.inMemory();
    }
}
