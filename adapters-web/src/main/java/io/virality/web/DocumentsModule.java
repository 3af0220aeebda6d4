package io.virality.web;

import com.google.inject.AbstractModule;
import io.virality.application.port.Documents;

/** Binds the documents alone. Needs nothing. */
public final class DocumentsModule extends AbstractModule {

    @Override
    protected void configure() {
        bind(Documents.class).to(JsonDocuments.class);
    }
}
