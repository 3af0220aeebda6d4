package io.virality.ingest.tiktok;

/**
 * An invented product.
 *
 * @param brand whose it is
 * @param id the platform's id
 * @param name what it is called
 * @param price in cents
 * @param commission the share of its net price that the creator earns
 */
record SimulatedProduct(SimulatedBrand brand, String id, String name, long price, double commission) {}
