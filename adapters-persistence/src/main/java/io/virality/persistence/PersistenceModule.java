package io.virality.persistence;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
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
import io.virality.application.port.Transactions;
import io.virality.application.port.Videos;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.ThreadLocalTransactionProvider;

/** Binds every stored port to one SQLite file. Close it to close the file. */
public final class PersistenceModule extends AbstractModule implements AutoCloseable {

    private final Database database;

    private PersistenceModule(Database database) {
        this.database = database;
    }

    /** Stores in this file, which is created when something is written to it first. */
    public static PersistenceModule creating(Path file) {
        return new PersistenceModule(new Database(file, true));
    }

    /** Stores in this file; it is an error if it does not exist. */
    public static PersistenceModule existing(Path file) {
        return new PersistenceModule(new Database(file, false));
    }

    @Override
    protected void configure() {
        bind(DirectStatements.class).in(Singleton.class);
        bind(CreatorIds.class).in(Singleton.class);
        bind(SourceIds.class).in(Singleton.class);
        bind(Profiles.class).in(Singleton.class);
        bind(SourceTallies.class).in(Singleton.class);
        bind(StaleCreators.class).in(Singleton.class);
        bind(SnapshotIndex.class).in(Singleton.class);
        bind(CreatorRecorder.class).in(Singleton.class);
        bind(CategoryPredictions.class).to(JooqCategoryPredictions.class).in(Singleton.class);
        bind(CreatorIndex.class).to(JooqCreatorIndex.class).in(Singleton.class);
        bind(CreatorTexts.class).to(JooqCreatorTexts.class).in(Singleton.class);
        bind(Creators.class).to(JooqCreators.class).in(Singleton.class);
        bind(Dataset.class).to(JooqDataset.class).in(Singleton.class);
        bind(Facts.class).to(JooqFacts.class).in(Singleton.class);
        bind(Disagreements.class).to(JooqDisagreements.class).in(Singleton.class);
        bind(Experiments.class).to(JooqExperiments.class).in(Singleton.class);
        bind(Earnings.class).to(JooqEarnings.class).in(Singleton.class);
        bind(FeedbackLog.class).to(JooqFeedbackLog.class).in(Singleton.class);
        bind(Histories.class).to(JooqHistories.class).in(Singleton.class);
        bind(Holdings.class).to(JooqHoldings.class).in(Singleton.class);
        bind(ImportLog.class).to(JooqImportLog.class).in(Singleton.class);
        bind(InsightQueries.class).to(JooqInsightQueries.class).in(Singleton.class);
        bind(Models.class).to(JooqModels.class).in(Singleton.class);
        bind(Portraits.class).to(JooqPortraits.class).in(Singleton.class);
        bind(Purchases.class).to(JooqPurchases.class).in(Singleton.class);
        bind(Quarantine.class).to(JooqQuarantine.class).in(Singleton.class);
        bind(Snapshots.class).to(JooqSnapshots.class).in(Singleton.class);
        bind(Spending.class).to(JooqSpending.class).in(Singleton.class);
        bind(Transactions.class).to(JooqTransactions.class).in(Singleton.class);
        bind(Videos.class).to(JooqVideos.class).in(Singleton.class);
    }

    @Provides
    @Singleton
    DSLContext jooq() {
        return DSL.using(new DefaultConfiguration()
                .set(SQLDialect.SQLITE)
                .set(database)
                .set(new ThreadLocalTransactionProvider(database))
                .set(ExecuteListener.onException(this::translate))
                .set(Database.SETTINGS));
    }

    @Provides
    @Singleton
    Database database() {
        return database;
    }

    private void translate(ExecuteContext context) {
        context.exception(
                database.failure(context.sqlException() == null ? context.exception() : context.sqlException()));
    }

    @Override
    public void close() {
        database.close();
    }
}
