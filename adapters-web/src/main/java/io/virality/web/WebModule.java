package io.virality.web;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.name.Names;

/** Binds the server, its routes and the documents. Needs the use cases, the ports, the catalogue and the tiers. */
public final class WebModule extends AbstractModule {

    private final long largestUpload;

    /**
     * The server learns its address when it starts.
     *
     * @param largestUpload how many bytes a file that is sent may have
     */
    public WebModule(long largestUpload) {
        this.largestUpload = largestUpload;
    }

    @Override
    protected void configure() {
        install(new DocumentsModule());
        bind(WebServer.class);
        bind(BackgroundImports.class);
        bindConstant().annotatedWith(Names.named(ImportRoutes.LARGEST_UPLOAD)).to(largestUpload);
        Multibinder<Routes> routes = Multibinder.newSetBinder(binder(), Routes.class);
        routes.addBinding().to(HealthRoutes.class);
        routes.addBinding().to(DatasetRoutes.class);
        routes.addBinding().to(CreatorRoutes.class);
        routes.addBinding().to(FeedbackRoutes.class);
        routes.addBinding().to(InfluenceRoutes.class);
        routes.addBinding().to(ForecastRoutes.class);
        routes.addBinding().to(InsightRoutes.class);
        routes.addBinding().to(FindingRoutes.class);
        routes.addBinding().to(ExperimentRoutes.class);
        routes.addBinding().to(DisagreementRoutes.class);
        routes.addBinding().to(ImportRoutes.class);
        routes.addBinding().to(SourceRoutes.class);
        routes.addBinding().to(QuarantineRoutes.class);
        routes.addBinding().to(LookalikeRoutes.class);
        routes.addBinding().to(MarketplaceRoutes.class);
        routes.addBinding().to(ModelRoutes.class);
        routes.addBinding().to(PortfolioRoutes.class);
        routes.addBinding().to(SegmentRoutes.class);
        routes.addBinding().to(RecommendationRoutes.class);
        routes.addBinding().to(ViralityRoutes.class);
        routes.addBinding().to(WorkRoutes.class);
        routes.addBinding().to(OpenApiRoutes.class);
    }
}
