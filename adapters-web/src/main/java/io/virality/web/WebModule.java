package io.virality.web;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import io.virality.application.port.Documents;

/** Binds the server, its routes and the documents. Needs the use cases, the catalogue and the tiers. */
public final class WebModule extends AbstractModule {

    /** Nothing to be told: the server learns its address when it starts. */
    public WebModule() {}

    @Override
    protected void configure() {
        bind(Documents.class).to(JsonDocuments.class);
        bind(WebServer.class);
        Multibinder<Routes> routes = Multibinder.newSetBinder(binder(), Routes.class);
        routes.addBinding().to(HealthRoutes.class);
        routes.addBinding().to(DatasetRoutes.class);
        routes.addBinding().to(CreatorRoutes.class);
        routes.addBinding().to(InsightRoutes.class);
        routes.addBinding().to(OpenApiRoutes.class);
    }
}
