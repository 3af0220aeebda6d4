package io.virality.domain.forecast;

/** How the values of a series behave, which decides the scale on which they are forecast. Found in the values themselves. */
public enum Nature {
    /** A positive level that changes by small parts of itself, such as followers: forecast on the scale of logarithms. */
    LEVEL {
        @Override
        double scaled(double value) {
            return Math.log(value);
        }

        @Override
        double value(double scaled) {
            return Math.exp(Math.min(scaled, LARGEST_LOGARITHM));
        }
    },
    /** Anything else, such as what is won in a week, with zeros and losses: forecast as it is. */
    FLOW {
        @Override
        double scaled(double value) {
            return value;
        }

        @Override
        double value(double scaled) {
            return scaled;
        }
    };

    private static final double LARGEST_LOGARITHM = 700;

    /** Where typical changes from one observation to the next are a larger part of the value, it is no level. */
    private static final double MOST_OF_ITSELF = .1;

    private static final int RECENT_CHANGES = 60;

    /** A value on the scale of forecasts. */
    abstract double scaled(double value);

    /** The value that lies there on the scale of forecasts. */
    abstract double value(double scaled);

    /** What values in the order of their days are. */
    static Nature of(double[] values) {
        for (double value : values) {
            if (!(value > 0)) {
                return FLOW;
            }
        }
        double[] parts = new double[Math.max(0, Math.min(RECENT_CHANGES, values.length - 1))];
        double largest = 0;
        for (int i = 0; i < parts.length; i++) {
            double later = values[values.length - 1 - i];
            double earlier = values[values.length - 2 - i];
            parts[i] = Math.abs(later - earlier) / Math.max(later, earlier);
            largest = Math.max(largest, parts[i]);
        }
        return largest <= MOST_OF_ITSELF || Quantiles.median(parts) <= MOST_OF_ITSELF ? LEVEL : FLOW;
    }
}
