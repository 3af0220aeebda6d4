package io.virality.domain.assignment;

import java.util.Optional;
import java.util.OptionalDouble;

/** The attribute by which a subject is told apart, and its value. */
record Hashed(String attribute, Attribute value) {

    private static final Attribute NOTHING = new Attribute.Text("");

    /** The fallback attribute stands in where the first has no value and the subject's buckets may stick. */
    static Hashed of(Subject subject, Hashing hashing, boolean sticky) {
        Hashed first = of(subject, hashing.attribute());
        if (first.value.truthy() || !sticky || subject.buckets().isEmpty()) {
            return first;
        }
        Optional<Hashed> fallback =
                hashing.fallback().map(attribute -> of(subject, attribute)).filter(hashed -> hashed.value.truthy());
        return fallback.orElse(first);
    }

    static Hashed of(Subject subject, String attribute) {
        Attribute value = subject.attributes().named(attribute);
        boolean missing = value.equals(Attribute.ABSENT)
                && subject.attributes().child(attribute).isEmpty();
        return new Hashed(attribute, missing ? NOTHING : value);
    }

    OptionalDouble bucket(Hashing hashing) {
        return value.truthy() ? hashing.version().bucket(hashing.seed(), value.text()) : OptionalDouble.empty();
    }

    StickyBuckets.Owner owner() {
        return new StickyBuckets.Owner(attribute, value.text());
    }
}
