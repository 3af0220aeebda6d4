package io.virality.ml;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import io.virality.application.port.CategoryClassifier;
import io.virality.application.port.CreatorSegmenter;
import io.virality.application.port.GrowthForecaster;
import io.virality.application.port.PartnerClassifier;
import io.virality.application.port.PortfolioSolver;
import io.virality.application.port.TextEmbedder;
import io.virality.application.port.VideoClassifier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Binds the ports that trained models and solvers answer. */
public final class MlModule extends AbstractModule {

    /** Kept, as a logger that nobody holds forgets its level. */
    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

    @Override
    protected void configure() {
        // Dozens of lines for each training otherwise.
        TRIBUO.setLevel(Level.WARNING);
        bind(CategoryClassifier.class).to(TribuoCategoryClassifier.class).in(Singleton.class);
        bind(GrowthForecaster.class).to(TribuoGrowthForecaster.class).in(Singleton.class);
        bind(PortfolioSolver.class).to(OrToolsPortfolioSolver.class).in(Singleton.class);
        bind(CreatorSegmenter.class).to(TribuoCreatorSegmenter.class).in(Singleton.class);
        bind(VideoClassifier.class).to(TribuoVideoClassifier.class).in(Singleton.class);
        bind(PartnerClassifier.class).to(TribuoPartnerClassifier.class).in(Singleton.class);
        bind(TextEmbedder.class).to(MiniLmTextEmbedder.class).in(Singleton.class);
    }
}
