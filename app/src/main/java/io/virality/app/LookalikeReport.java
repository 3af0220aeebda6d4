package io.virality.app;

import io.virality.domain.creator.Origin;
import io.virality.domain.search.Lookalikes;
import io.virality.domain.search.Lookalikes.Lookalike;
import io.virality.domain.search.Lookalikes.Trait;
import io.virality.domain.segment.Behaviour;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Look-alikes for people. */
final class LookalikeReport {

    private static final int MOST_TRAITS = 3;

    private LookalikeReport() {}

    static void print(Lookalikes lookalikes, PrintWriter out) {
        if (lookalikes.all().isEmpty()) {
            out.println("NOBODY CAN BE CALLED ALIKE: nothing is known by which they could be compared.");
        } else {
            out.printf("Like %s:%n%n", SearchReport.name(lookalikes.of()));
        }
        int place = 0;
        for (Lookalike like : lookalikes.all()) {
            place++;
            boolean simulated = like.creator().provenance().origin() == Origin.SIMULATED;
            out.printf("%d. %s%s%n", place, SearchReport.name(like.creator()), simulated ? "  (simulated)" : "");
            likenesses(like).forEach(line -> out.printf("   %s%n", line));
        }
        out.println();
        if (lookalikes.byMeaning() > 0) {
            out.printf(Locale.ROOT, "What it says was compared with that of %,d others.%n", lookalikes.byMeaning());
        }
        if (lookalikes.byBehaviour() > 0) {
            out.printf(
                    Locale.ROOT,
                    "How it behaves was compared with %,d others (%s data%s), by %s.%n",
                    lookalikes.byBehaviour(),
                    lookalikes.origin().id(),
                    lookalikes.asOf().map(asOf -> ", as of " + asOf).orElse(""),
                    lookalikes.compared().stream().map(LookalikeReport::words).collect(Collectors.joining(", ")));
            out.println("Figures: its own, then the other's; how far apart in robust standard deviations among all.");
        }
        lookalikes.notes().forEach(out::println);
    }

    private static List<String> likenesses(Lookalike like) {
        List<String> lines = new ArrayList<>();
        like.meaning()
                .ifPresent(meaning -> lines.add(String.format(
                        Locale.ROOT, "says alike: cosine %.2f (place %,d)", meaning.value(), meaning.rank())));
        if (!like.hashtags().isEmpty()) {
            lines.add("both use "
                    + like.hashtags().stream().map(tag -> "#" + Text.plain(tag)).collect(Collectors.joining(", ")));
        }
        like.behaviour()
                .ifPresent(behaviour -> lines.add(String.format(
                        Locale.ROOT,
                        "behaves alike: %.2f apart on the average (place %,d)",
                        behaviour.value(),
                        behaviour.rank())));
        if (!like.alike().isEmpty()) {
            lines.add("alike in " + traits(like.alike()));
        }
        if (!like.different().isEmpty()) {
            lines.add("differs in " + traits(like.different()));
        }
        if (like.traits().isEmpty()) {
            lines.add("how it behaves is not known well enough to compare");
        }
        return lines;
    }

    private static String traits(List<Trait> traits) {
        return traits.stream()
                .limit(MOST_TRAITS)
                .map(trait -> String.format(
                        Locale.ROOT,
                        "%s %s and %s (%+.1f)",
                        words(trait.behaviour()),
                        figure(trait.behaviour(), trait.own()),
                        figure(trait.behaviour(), trait.other()),
                        trait.difference()))
                .collect(Collectors.joining("; "));
    }

    private static String words(Behaviour behaviour) {
        return switch (behaviour) {
            case FOLLOWERS -> "followers";
            case ENGAGEMENT -> "engagement rate";
            case GROWTH -> "growth in 30 days";
            case POSTS -> "videos a week";
            case VIEWS -> "views a video";
            case LIKES -> "likes a video";
            case SPREAD -> "unevenness of views";
            case SALES -> "net sales";
        };
    }

    private static String figure(Behaviour behaviour, double value) {
        return switch (behaviour) {
            case ENGAGEMENT, GROWTH -> String.format(Locale.ROOT, "%.1f %%", 100 * value);
            case POSTS, SPREAD -> String.format(Locale.ROOT, "%.1f", value);
            default -> String.format(Locale.ROOT, "%,.0f", value);
        };
    }
}
