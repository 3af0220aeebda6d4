/**
 * Experiments. Every analysis rests on {@link io.virality.domain.experiment.SufficientStatistics} of each arm, which can be
 * added up. Two arms make an {@link io.virality.domain.experiment.Effect}, and an engine judges it: a fixed test, an
 * always-valid one, or a Bayesian one.
 */
package io.virality.domain.experiment;
