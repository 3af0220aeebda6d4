package io.virality.domain.finding;

/**
 * What exactly a claim is taken to mean.
 *
 * @param estimand the quantity that is estimated
 * @param supported when the claim counts as supported; with the interval on the other side it is contradicted
 * @param data what must be known for the test
 */
public record Hypothesis(String estimand, String supported, String data) {}
