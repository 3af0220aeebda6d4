package io.virality.persistence;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import io.virality.application.port.CategoryPredictions;
import io.virality.application.port.CreatorIndex;
import io.virality.application.port.CreatorTexts;
import io.virality.application.port.Creators;
import io.virality.application.port.Dataset;
import io.virality.application.port.Disagreements;
import io.virality.application.port.Earnings;
import io.virality.application.port.Experiments;
import io.virality.application.port.Facts;
import io.virality.application.port.FeedbackLog;
import io.virality.application.port.Histories;
import io.virality.application.port.Holdings;
import io.virality.application.port.ImportLog;
import io.virality.application.port.InsightQueries;
import io.virality.application.port.Models;
import io.virality.application.port.Portraits;
import io.virality.application.port.Purchases;
import io.virality.application.port.Quarantine;
import io.virality.application.port.Snapshots;
import io.virality.application.port.Spending;
import io.virality.application.port.StoredPorts;
import io.virality.application.port.Transactions;
import io.virality.application.port.Videos;
import java.nio.file.Path;
import java.util.UUID;

/** A new database file for a test. */
final class TestDatabase {

    private TestDatabase() {}

    static StoredPorts in(Path folder) {
        return of(PersistenceModule.creating(folder.resolve(UUID.randomUUID() + ".db")));
    }

    static StoredPorts of(PersistenceModule module) {
        Injector injector = Guice.createInjector(Stage.PRODUCTION, module);
        return new StoredPorts(
                injector.getInstance(Transactions.class),
                injector.getInstance(Creators.class),
                injector.getInstance(Snapshots.class),
                injector.getInstance(Histories.class),
                injector.getInstance(Videos.class),
                injector.getInstance(Facts.class),
                injector.getInstance(Dataset.class),
                injector.getInstance(InsightQueries.class),
                injector.getInstance(ImportLog.class),
                injector.getInstance(Quarantine.class),
                injector.getInstance(Holdings.class),
                injector.getInstance(Disagreements.class),
                injector.getInstance(Experiments.class),
                injector.getInstance(Models.class),
                injector.getInstance(CreatorTexts.class),
                injector.getInstance(CategoryPredictions.class),
                injector.getInstance(CreatorIndex.class),
                injector.getInstance(Portraits.class),
                injector.getInstance(Earnings.class),
                injector.getInstance(FeedbackLog.class),
                injector.getInstance(Purchases.class),
                injector.getInstance(Spending.class));
    }
}
