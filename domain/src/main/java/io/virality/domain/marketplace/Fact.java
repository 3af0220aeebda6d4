package io.virality.domain.marketplace;

/**
 * Something about a market that a source may tell. Each source says one thing about a fact: what it says later replaces
 * what it said before.
 */
public sealed interface Fact permits Shop, Product, Sale, AdResult, Sponsorship, Touch, PromoCode {}
