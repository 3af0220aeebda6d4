package io.virality.domain.forecast;

/**
 * From a level along a slope that may fade.
 *
 * @param level where the newest day lies
 * @param slope what is added in the first step
 * @param damping of the slope from one step to the next; 1 for none
 * @param stepDays how many days a step has
 */
record Trend(double level, double slope, double damping, double stepDays) implements Course {

    /** It stays where it is. */
    static Trend flat(double level) {
        return new Trend(level, 0, 1, 1);
    }

    @Override
    public double at(double days) {
        double steps = days / stepDays;
        return level + slope * (damping == 1 ? steps : damping * (1 - Math.pow(damping, steps)) / (1 - damping));
    }
}
