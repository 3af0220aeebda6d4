package io.virality.domain.marketplace;

import io.virality.domain.creator.Platform;
import java.util.Optional;

/**
 * Something that is on sale.
 *
 * @param platform where
 * @param id the platform's id, as text
 * @param name what it is called
 * @param category what it is
 * @param shop the id of the shop that offers it
 * @param price of one piece
 */
public record Product(
        Platform platform,
        String id,
        Optional<String> name,
        Optional<String> category,
        Optional<String> shop,
        Optional<Money> price)
        implements Fact {

    /** @throws IllegalArgumentException if an id is none, or the price negative */
    public Product {
        Limits.requireId("a product", id);
        Limits.requireId("a shop", shop);
        Limits.requireNotNegative("price", price);
    }
}
