package io.virality.domain.marketplace;

import io.virality.domain.creator.Counts;
import io.virality.domain.creator.Platform;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A shop at one moment.
 *
 * @param platform where it sells
 * @param id the platform's id, as text
 * @param name what it is called
 * @param category what it sells
 * @param region country of the shop
 * @param grossValue all that it ever sold, returns included (gross merchandise value)
 * @param growth what came to that in the last period that the source looks at
 * @param units pieces sold in that period
 * @param price of one piece on average
 * @param videos videos that advertise its products
 * @param creators creators who do
 * @param products how many it offers
 */
public record Shop(
        Platform platform,
        String id,
        Optional<String> name,
        Optional<String> category,
        Optional<String> region,
        Optional<Money> grossValue,
        Optional<Money> growth,
        OptionalLong units,
        Optional<Money> price,
        OptionalLong videos,
        OptionalLong creators,
        OptionalLong products)
        implements Fact {

    /** @throws IllegalArgumentException if the id is none, or a figure impossible; growth may be negative */
    public Shop {
        Limits.requireId("a shop", id);
        Limits.requireNotNegative("gmv", grossValue);
        Limits.requireNotNegative("price", price);
        Counts.requireChange("units", units);
        Counts.requireCount("videos", videos);
        Counts.requireCount("creators", creators);
        Counts.requireCount("products", products);
        Limits.requireOneCurrency(List.of(grossValue, growth, price));
    }
}
