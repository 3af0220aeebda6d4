package io.virality.app;

import io.virality.domain.creator.Origin;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.recommendation.Recommendation;
import io.virality.domain.recommendation.Recommendations;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Recommended creators, for people. */
final class RecommendationReport {

    private RecommendationReport() {}

    static void print(Recommendations recommendations, PrintWriter out) {
        out.println("For: " + Text.plain(recommendations.brief().text()));
        out.println("Goal: " + recommendations.brief().goal().id() + ". "
                + (recommendations.origin() == Origin.REAL
                        ? "Real data"
                        : recommendations.origin().id().toUpperCase(Locale.ROOT) + " DATA")
                + recommendations.asOf().map(at -> ", as of " + at).orElse("") + ".");
        out.printf(Locale.ROOT, "%,d candidates were scored", recommendations.considered());
        recommendations.leftOut().forEach((why, count) -> out.printf(Locale.ROOT, "; %,d left out: %s", count, why));
        out.println(".");
        out.println(
                recommendations.interleaving().isPresent()
                        ? "Two orders have picked in turns; who picked whom is kept, and not shown, so that nobody judges by it."
                        : "Ordered by " + recommendations.ordering().by().id() + ". "
                                + Text.plain(recommendations.ordering().because()));
        int rank = 0;
        for (Recommendation recommendation : recommendations.recommended()) {
            print(++rank, recommendation, recommendations.brief().brand(), out);
        }
        out.println();
        recommendations.notes().forEach(out::println);
    }

    private static void print(int rank, Recommendation recommendation, Optional<Brand> brand, PrintWriter out) {
        var portrait = recommendation.candidate().portrait();
        out.println();
        out.printf(
                Locale.ROOT,
                "%2d. %s%s, %s, %s followers, score %.3f, confidence %s%n",
                rank,
                portrait.handle().map(handle -> "@" + handle.name()).orElse("(no handle)"),
                portrait.origin() == Origin.SIMULATED ? " (simulated)" : "",
                recommendation.tier(),
                portrait.followers().isPresent()
                        ? String.format(Locale.ROOT, "%,d", portrait.followers().getAsLong())
                        : "unknown",
                recommendation.score(),
                recommendation.confidence().name().toLowerCase(Locale.ROOT));
        recommendation
                .candidate()
                .stage()
                .ifPresent(stage -> out.println("      already " + stage.name().toLowerCase(Locale.ROOT) + " by "
                        + Text.plain(brand.orElseThrow().name())));
        out.println("      = "
                + recommendation.parts().stream()
                        .map(part -> String.format(
                                Locale.ROOT,
                                "%s %.3f (%.2f × %.2f)",
                                part.part().name().toLowerCase(Locale.ROOT),
                                part.contribution(),
                                part.value(),
                                part.weight()))
                        .collect(Collectors.joining(" + ")));
        recommendation.reasons().forEach(reason -> out.println("    + " + Text.plain(reason)));
        recommendation.against().forEach(reason -> out.println("    - " + Text.plain(reason)));
    }
}
