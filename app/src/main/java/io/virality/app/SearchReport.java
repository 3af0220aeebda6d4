package io.virality.app;

import io.virality.domain.creator.Creator;
import io.virality.domain.creator.Origin;
import io.virality.domain.search.SearchHit;
import io.virality.domain.search.SearchMode;
import io.virality.domain.search.SearchResult;
import io.virality.domain.search.SearchResult.Match;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Creators that were found, for people. */
final class SearchReport {

    private static final int WIDEST = 100;

    private SearchReport() {}

    static void print(SearchResult result, PrintWriter out) {
        if (result.matches().isEmpty()) {
            out.println("Nobody was found.");
        }
        for (Match match : result.matches()) {
            Creator creator = match.creator();
            out.printf(
                    Locale.ROOT,
                    "%d. %s%s%n",
                    match.rank(),
                    name(creator),
                    creator.provenance().origin() == Origin.SIMULATED ? "  (simulated)" : "");
            creator.profile()
                    .biography()
                    .ifPresent(words -> out.printf("   %s%n", Text.shortened(Text.plain(words), WIDEST)));
            out.printf("   %s%n", why(match));
        }
        if (!result.matches().isEmpty()) {
            out.printf(Locale.ROOT, "%n%s%n", ranked(result));
        }
        result.ranking().notes().forEach(out::println);
        result.next().ifPresent(next -> out.printf("More: --after %s%n", next));
    }

    static String name(Creator creator) {
        List<String> parts = new ArrayList<>();
        parts.add(creator.identity()
                .handle()
                .map(handle -> "@" + Text.plain(handle.name()))
                .orElse("(no handle)"));
        creator.counts()
                .followers()
                .ifPresent(followers -> parts.add(String.format(Locale.ROOT, "%,d followers", followers)));
        creator.profile().region().map(Text::plain).ifPresent(parts::add);
        return String.join(", ", parts);
    }

    private static String why(Match match) {
        SearchHit hit = match.hit();
        List<String> reasons = new ArrayList<>();
        if (!match.words().isEmpty()) {
            String words = match.words().stream().map(Text::plain).collect(Collectors.joining(", "));
            reasons.add(hit.words()
                    .map(found -> String.format(
                            Locale.ROOT,
                            "says %s (BM25 %.2f, place %d by words)",
                            words,
                            found.bm25(),
                            hit.wordRank().getAsInt()))
                    .orElse("says " + words));
        }
        hit.meaning()
                .ifPresent(meaning -> reasons.add(String.format(
                        Locale.ROOT,
                        "means alike (cosine %.2f, place %d by meaning)",
                        meaning.cosine(),
                        hit.meaningRank().getAsInt())));
        return String.join("; ", reasons);
    }

    private static String ranked(SearchResult result) {
        if (result.mode() == SearchMode.KEYWORD) {
            return String.format(
                    Locale.ROOT,
                    "%,d creators say at least one of the words; ranked by BM25.",
                    result.ranking().total());
        }
        return String.format(
                Locale.ROOT,
                "Ranked by %s; of %,d of %,d creators the meaning is known.",
                result.mode() == SearchMode.SEMANTIC
                        ? "the cosine between meanings"
                        : "words and meaning together (reciprocal ranks)",
                result.ranking().coverage().meanings(),
                result.ranking().coverage().creators());
    }
}
