package io.virality.domain.forecast;

import java.time.LocalDate;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** The points of a forecast, each computed when it is looked at: of thousands of series they would fill the memory. */
final class ForecastPath extends AbstractList<ForecastPoint> implements RandomAccess {

    private final DailySeries series;
    private final Course course;
    private final Calibration calibration;
    private final int origin;
    private final int horizon;
    private final double logRestlessness;
    private final boolean neverNegative;

    /**
     * Follows a course.
     *
     * @param origin the day before the first point
     * @param horizon how many points
     */
    ForecastPath(DailySeries series, Course course, Calibration calibration, int origin, int horizon) {
        this.series = series;
        this.course = course;
        this.calibration = calibration;
        this.origin = origin;
        this.horizon = horizon;
        this.logRestlessness = Math.log(Calibration.restlessness(series));
        this.neverNegative = neverNegative(series.observed().values());
    }

    private static boolean neverNegative(double[] values) {
        for (double value : values) {
            if (value < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int size() {
        return horizon;
    }

    @Override
    public ForecastPoint get(int place) {
        if (place < 0 || place >= horizon) {
            throw new IndexOutOfBoundsException(place);
        }
        int day = origin + 1 + place;
        int ahead = day - series.lastDay();
        double middle = course.at(ahead);
        double scale = calibration.scale(logRestlessness, Math.log(Math.max(1, ahead / series.spacing())));
        Band[] bands = new Band[Band.PROBABILITIES.length];
        for (int i = 0; i < bands.length; i++) {
            double width = calibration.width(i, scale);
            bands[i] = new Band(Band.PROBABILITIES[i], value(middle - width), value(middle + width));
        }
        return new ForecastPoint(LocalDate.ofEpochDay(day), value(middle), List.of(bands));
    }

    private double value(double scaled) {
        double value = series.nature().value(scaled);
        return neverNegative ? Math.max(0, value) : value;
    }
}
