package io.virality.domain.forecast;

/** How a series goes on, on the scale of forecasts. */
interface Course {

    /** So many days after the newest. */
    double at(double days);
}
