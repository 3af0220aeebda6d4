package io.virality.domain.insight;

import io.virality.domain.creator.Tiers;
import io.virality.domain.engagement.CreatorFigures;
import io.virality.domain.engagement.RateDefinition;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whom a question compares with whom: one creator with all of its tier, or all of the tiers above a size with one another.
 *
 * @param definition the engagement rate meant; creators without it are not compared
 * @param tiers the tiers in force
 * @param minFollowers creators must have more followers than this to be named
 * @param handle the one creator that is asked for, in lower case
 * @param currency in which sales count, as amounts in different currencies do not compare; an empty one is that of most sales
 * @param minimum among fewer creators than this nobody is compared
 * @param limit how many rows to give
 */
public record ComparedCreators(
        RateDefinition definition,
        Tiers tiers,
        long minFollowers,
        Optional<String> handle,
        String currency,
        long minimum,
        long limit) {

    private static final Parameter HANDLE = new Parameter(
            "handle", Parameter.Kind.TEXT, "", "one creator, whatever its size; by default the first of all");
    private static final Parameter MIN_FOLLOWERS = new Parameter(
            "minFollowers", Parameter.Kind.COUNT, "100000", "creators must have more followers than this to be named");
    private static final Parameter LIMIT = new Parameter("limit", Parameter.Kind.LIMIT, "10", "how many rows to give");
    private static final Parameter MINIMUM =
            new Parameter("minimum", Parameter.Kind.COUNT, "10", "among fewer creators than this nobody is compared");

    static final List<Parameter> PARAMETERS =
            List.of(HANDLE, MIN_FOLLOWERS, LIMIT, Parameter.DEFINITION, Parameter.CURRENCY, MINIMUM);

    /** What the statement tells of each creator that is compared. */
    static final List<Column> FIGURES = List.of(
            Column.count("followers", "its newest number of followers"),
            Column.text("region", "country of the account, not of the audience"),
            Column.fraction("engagement_rate", "its engagement rate under the definition"),
            Column.fraction("like_rate", "the part of likes in it"),
            Column.count("following", "how many accounts it follows"),
            Column.ratio(
                    "views_spread",
                    "how unequally its videos are viewed: ln of their mean views less the mean of ln views; 0 where all"
                            + " are viewed alike"),
            Column.fraction("growth", "growth of its followers in 30 days"),
            Column.ratio(
                    "views_change",
                    "mean ln views of the videos posted since its followers were first counted, less that of those"
                            + " before; told where the followers grew by a tenth and more"),
            Column.number("sales", Column.Unit.CURRENCY, "sales net of refunds, per 1,000 followers"));

    /** How many videos a creator must have for their views to be compared. */
    public static final int FEWEST_VIDEOS = 5;

    /** How many videos there must be before and after its followers were first counted. */
    public static final int FEWEST_VIDEOS_EACH = 3;

    /** Of creators that are equal otherwise. */
    static final Comparator<Compared> LARGEST_FIRST = Comparator.comparingDouble(
                    (Compared creator) -> -creator.figures().followers())
            .thenComparing(creator -> creator.row().text("handle"), Comparator.nullsFirst(Comparator.naturalOrder()));

    static ComparedCreators asked(Arguments arguments, Tiers tiers) {
        String handle = arguments.text(HANDLE).strip().toLowerCase(Locale.ROOT);
        return new ComparedCreators(
                arguments.definition(),
                tiers,
                arguments.number(MIN_FOLLOWERS),
                Optional.of(handle.startsWith("@") ? handle.substring(1) : handle)
                        .filter(name -> !name.isEmpty()),
                arguments.text(Parameter.CURRENCY).strip().toUpperCase(Locale.ROOT),
                arguments.number(MINIMUM),
                arguments.number(LIMIT));
    }

    /** A row with what is compared in it. */
    record Compared(Row row, CreatorFigures figures) {}

    List<Compared> all(Evidence evidence) {
        return evidence.rows().parallelStream()
                .map(row -> new Compared(row, figures(row)))
                .toList();
    }

    /** Whether that creator is to be named. */
    boolean named(Compared creator) {
        return handle.map(name -> name.equals(creator.row().text("handle")))
                .orElseGet(() -> creator.figures().followers() > minFollowers);
    }

    private CreatorFigures figures(Row row) {
        return new CreatorFigures(
                tier(row),
                Optional.ofNullable(row.text("region")),
                row.number("followers"),
                row.number("following"),
                row.number("engagement_rate"),
                row.number("like_rate"),
                row.number("views_spread"),
                row.number("growth"),
                row.number("views_change"),
                row.number("sales"));
    }

    private String tier(Row row) {
        return tiers.of(row.count("followers")).name();
    }
}
