package io.virality.domain.creator;

import java.util.Arrays;
import java.util.Locale;

/**
 * Two sources say different things about a creator. Both are kept; one is shown.
 *
 * @param creator who
 * @param field what they disagree about
 * @param ruling what is shown, because it is newer, else because its source is fresher, else was used first
 * @param other what another source says: about a count at the same moment, of a profile in its newest observation
 */
public record Disagreement(Identity creator, Field field, Said ruling, Said other) {

    /** What sources can disagree about. */
    public enum Field {
        NICKNAME,
        BIOGRAPHY,
        BIO_LINK,
        REGION,
        LANGUAGE,
        CATEGORY,
        VERIFIED,
        FOLLOWERS,
        FOLLOWING,
        LIKES,
        VIDEOS;

        /** The name in documents: {@code bio-link}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** @throws IllegalArgumentException if there is none of that name */
        public static Field of(String id) {
            return Arrays.stream(values())
                    .filter(field -> field.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("unknown field '" + id + "'; known fields: "
                            + Arrays.stream(values()).map(Field::id).toList()));
        }
    }

    /**
     * What a source says.
     *
     * @param value as text
     * @param provenance which source, and when
     */
    public record Said(String value, Provenance provenance) {}
}
