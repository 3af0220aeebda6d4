package io.virality.domain.forecast;

import java.util.List;

/** Series of one class that are known until the same day: what is usual among them. */
final class Panel {

    private final List<DailySeries> series;
    private final PanelDrift.Usual usual;

    Panel(List<DailySeries> series) {
        this.series = series;
        this.usual = PanelDrift.usual(series);
    }

    List<DailySeries> series() {
        return series;
    }

    PanelDrift.Usual usual() {
        return usual;
    }
}
