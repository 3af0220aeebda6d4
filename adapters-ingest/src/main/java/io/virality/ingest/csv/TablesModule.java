package io.virality.ingest.csv;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.virality.application.port.Tables;
import jakarta.inject.Singleton;

/** Binds {@link Tables} to CSV files. Needs nothing. */
public final class TablesModule extends AbstractModule {

    @Provides
    @Singleton
    Tables tables() {
        return new CsvTables(Runtime.getRuntime().availableProcessors());
    }
}
