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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** A new database file for a test: a copy of one that was migrated once, since migrating takes longer than most tests. */
final class TestDatabase {

    private static final byte[] MIGRATED = migrated();

    private TestDatabase() {}

    static StoredPorts in(Path folder) {
        Path file = folder.resolve(UUID.randomUUID() + ".db");
        try {
            Files.write(file, MIGRATED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(PersistenceModule.creating(file));
    }

    private static byte[] migrated() {
        try {
            Path folder = Files.createTempDirectory("migrated");
            Path file = folder.resolve("migrated.db");
            try (Database database = new Database(file, true)) {
                database.release(database.acquire());
            }
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            Files.delete(folder);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
