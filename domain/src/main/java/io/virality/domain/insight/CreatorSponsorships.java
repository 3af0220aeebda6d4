package io.virality.domain.insight;

import io.virality.domain.creator.Handle;
import io.virality.domain.marketplace.Sponsorship;
import java.util.List;

/**
 * For which brands did one creator work, and how does one know?
 *
 * @param creator who
 * @param order in which order
 * @param skipped how many stand on the pages before
 * @param limit how many on the page
 */
public record CreatorSponsorships(Handle creator, Order order, long skipped, int limit) implements Work {

    static final Topic TOPIC = new Topic(
            "creator-sponsorships",
            "For which brands did this creator work, and how does one know?",
            List.of(),
            List.of(
                    Column.text("brand", "the brand"),
                    Column.text("standing", "agreed, disclosed or only suspected")
                            .computedOutside(),
                    Column.text(
                            "evidence",
                            "why one may think so, the strongest first: a contract, a hashtag that names"
                                    + " the creator a partner, the brand's hashtag in a disclosed advertisement, that hashtag alone"),
                    Column.time("from_at", "the first sign of it"),
                    Column.time("until_at", "the last sign of it"),
                    Column.count("videos", "how many videos the creator made for the brand"),
                    Column.text("video", "the platform's id of the one video that this is said of"),
                    Column.text("hashtags", "those that show it"),
                    Column.number("fee", Column.Unit.CURRENCY, "what the brand paid, in the currency beside it"),
                    Column.text("currency", "the fee's currency")),
            Chart.TABLE);

    private static final Measure MEASURE = new Measure.Plain(
            "creator-sponsorships@1",
            "what rules about each sponsorship of the creator: the newest word of the sources, then the fresher source's",
            Population.SPONSORSHIPS);

    /** An order of sponsorships; of equal ones, the newest comes first. What is unknown stands last. */
    public enum Order {
        /** That with the newest sign first. */
        NEWEST("-until"),
        /** That with the oldest sign first. */
        OLDEST("until"),
        /** By the brand. */
        BRAND("brand"),
        /** By the brand, backwards. */
        BRAND_DESCENDING("-brand");

        private final String id;

        Order(String id) {
            this.id = id;
        }

        /** The name in addresses: a minus sign means descending. */
        public String id() {
            return id;
        }
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public String words() {
        return "For which brands did @" + creator.name() + " work, and how does one know?";
    }

    @Override
    public Measure measure() {
        return MEASURE;
    }

    @Override
    public String sort() {
        return order.id();
    }

    @Override
    public Conclusion conclude(Evidence evidence) {
        return new Conclusion(
                evidence.rows().stream()
                        .map(row -> row.with(
                                "standing",
                                Sponsorship.Evidence.of(row.text("evidence"))
                                        .standing()
                                        .id()))
                        .toList(),
                List.of(
                        "a hashtag that only names a brand may be a fan's: such work is suspected, not known",
                        "work that no source tells of, and that nobody disclosed, is missing"));
    }
}
