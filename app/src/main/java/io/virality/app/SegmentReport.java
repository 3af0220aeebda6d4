package io.virality.app;

import io.virality.domain.model.Metric;
import io.virality.domain.segment.Behaviour;
import io.virality.domain.segment.Behaviours;
import io.virality.domain.segment.Segment;
import io.virality.domain.segment.SegmentSearch;
import io.virality.domain.segment.Segmentation;
import io.virality.domain.segment.Segments;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Segments for people. */
final class SegmentReport {

    private SegmentReport() {}

    static void print(Segmentation segmentation, PrintWriter out) {
        if (segmentation instanceof Segments segments) {
            print(segments, out);
        } else if (segmentation instanceof Segmentation.Nothing nothing) {
            out.printf("NO SEGMENTS THAT HOLD: %s.%n", nothing.reason());
            SegmentSearch.Found found = nothing.found();
            out.printf(
                    Locale.ROOT,
                    "  %s has a silhouette of %.3f; a sample without groups reached %.3f.%n",
                    found.method(),
                    found.silhouette(),
                    found.highest());
            basis(nothing.behaviours(), out);
        } else if (segmentation instanceof Segmentation.TooLittle little) {
            out.printf("TOO LITTLE DATA: %s.%n", little.reason());
            basis(little.behaviours(), out);
        }
    }

    private static void print(Segments segments, PrintWriter out) {
        for (Segment segment : segments.segments()) {
            out.printf(
                    Locale.ROOT,
                    "%d. %s: %,d creators (%.0f %%)%n",
                    segment.number(),
                    segment.name(),
                    segment.size(),
                    100 * segment.share());
            out.printf(
                    "   stability %s%s%n",
                    ModelReport.figure(segment.stability()), segment.holds() ? "" : ": DOES NOT HOLD");
            for (Segment.Trait trait : segment.profile()) {
                out.printf(
                        Locale.ROOT,
                        "   %s %s [%s, %s]  %+.1f%n",
                        Text.padded(trait.behaviour().column(), 16, false),
                        number(trait.median()),
                        number(trait.q1()),
                        number(trait.q3()),
                        trait.score());
            }
            out.printf(
                    "   typical: %s%n%n",
                    segment.typical().stream()
                            .map(handle -> "@" + Text.plain(handle))
                            .collect(Collectors.joining(", ")));
        }
        if (segments.unlike() > 0) {
            out.printf(Locale.ROOT, "%,d creators are like none of them.%n", segments.unlike());
        }
        out.println("Each figure: median [quartiles], and by how many robust standard deviations the segment's median");
        out.println("creator differs from the median of all. Stability: Jaccard likeness to itself when drawn anew.");
        segments.card().metric(Segments.SILHOUETTE).ifPresent(metric -> silhouette(segments, metric, out));
        basis(segments.behaviours(), out);
        out.printf(
                "Kept as %s; its card: virality models %s%n",
                segments.card().id(), segments.card().id());
    }

    private static void silhouette(Segments segments, Metric metric, PrintWriter out) {
        out.printf(
                "Silhouette %s; creators without groups: %s.%n",
                ModelReport.figure(metric.model()),
                ModelReport.figure(metric.baseline().orElseThrow()));
        List<String> tried = segments.card().metrics().stream()
                .filter(other -> other.name().startsWith(Segments.STRENGTH))
                .map(other -> String.format(
                        Locale.ROOT,
                        "%s: %.2f",
                        other.name().substring(Segments.STRENGTH.length()),
                        other.model().value()))
                .toList();
        if (tried.size() > 1) {
            out.printf(
                    "Prediction strength by number of segments: %s.%nThe largest number that has %s is chosen, else"
                            + " that of the highest silhouette.%n",
                    String.join(", ", tried), SegmentSearch.LEAST_STRENGTH);
        }
    }

    private static void basis(Behaviours behaviours, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "On %,d creators (%s data)%s.%n",
                behaviours.size(),
                behaviours.evidence().origin().id(),
                behaviours.evidence().asOf().map(asOf -> ", as of " + asOf).orElse(""));
        if (behaviours.incomplete() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%,d others are left out: something that is compared is not known of them.%n",
                    behaviours.incomplete());
        }
        if (!behaviours.leftOut().isEmpty()) {
            out.printf(
                    "Not compared, as known of too few or alike in most: %s.%n",
                    behaviours.leftOut().stream().map(Behaviour::column).collect(Collectors.joining(", ")));
        }
    }

    private static String number(double value) {
        return Math.abs(value) >= 100
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.3g", value);
    }
}
