/**
 * Experiments of a stated shape, drawn at random and analysed as real ones are: how often a method errs, before anybody has
 * to rely on it.
 */
package io.virality.domain.simulation;
