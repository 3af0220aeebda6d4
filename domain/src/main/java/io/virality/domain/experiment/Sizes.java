package io.virality.domain.experiment;

/** How many units two arms have, or will have. */
public record Sizes(double control, double treatment) {

    /** @throws IllegalArgumentException if an arm has none */
    public Sizes {
        if (!(control > 0 && treatment > 0)) {
            throw new IllegalArgumentException("an arm without units: " + control + ", " + treatment);
        }
    }

    /** Of two of some arms that share all units alike. */
    public static Sizes equal(double units, int arms) {
        return new Sizes(units / arms, units / arms);
    }

    /** Of both arms together. */
    public double total() {
        return control + treatment;
    }

    /** So many times as large. */
    public Sizes times(double factor) {
        return new Sizes(control * factor, treatment * factor);
    }
}
