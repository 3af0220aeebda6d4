package io.virality.domain.recommendation;

import java.util.List;
import java.util.OptionalDouble;

/**
 * That a creator worked for a brand.
 *
 * @param handle the creator's name
 * @param brand the brand's name
 * @param strong whether there is more to say so than the brand's hashtag, which a fan uses, too
 * @param first the day of the first sign of it, in days since 1970
 * @param hashtags those that show it
 */
public record Partnership(String handle, String brand, boolean strong, OptionalDouble first, List<String> hashtags) {

    /** A copy is kept. */
    public Partnership {
        hashtags = List.copyOf(hashtags);
    }
}
