package io.virality.application.port;

/** The ports of one store, empty at first. */
public record StoredPorts(
        Transactions transactions,
        Creators creators,
        Snapshots snapshots,
        Histories histories,
        Videos videos,
        Facts facts,
        Dataset dataset,
        InsightQueries insightQueries,
        ImportLog importLog,
        Quarantine quarantine,
        Holdings holdings,
        Disagreements disagreements,
        Experiments experiments,
        Models models,
        CreatorTexts creatorTexts,
        CategoryPredictions categoryPredictions,
        CreatorIndex creatorIndex,
        Portraits portraits,
        Earnings earnings,
        FeedbackLog feedbackLog,
        Purchases purchases,
        Spending spending) {

    /** A store in memory. */
    public static StoredPorts inMemory() {
        InMemoryStore store = new InMemoryStore();
        return new StoredPorts(
                new InMemoryTransactions(store),
                new InMemoryCreators(store),
                new InMemorySnapshots(store),
                new InMemoryHistories(store),
                new InMemoryVideos(store),
                new InMemoryFacts(store),
                new InMemoryDataset(store),
                new InMemoryInsightQueries(store),
                new InMemoryImportLog(store),
                new InMemoryQuarantine(store),
                new InMemoryHoldings(store),
                new InMemoryDisagreements(store),
                new InMemoryExperiments(store),
                new InMemoryModels(store),
                new InMemoryCreatorTexts(store),
                new InMemoryCategoryPredictions(store),
                new InMemoryCreatorIndex(store),
                new InMemoryPortraits(store),
                new InMemoryEarnings(store),
                new InMemoryFeedbackLog(store),
                new InMemoryPurchases(store),
                new InMemorySpending(store));
    }
}
