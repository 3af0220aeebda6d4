package io.virality.application.port;

import io.virality.domain.recommendation.FitLearner;

/** A library that learns whom brands work with. The higher its odds, the likelier the partnership. */
public interface PartnerClassifier extends FitLearner {

    /** Which library in which version. */
    String library();
}
