package io.virality.domain.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.virality.domain.creator.Tiers;
import io.virality.domain.engagement.RateDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ViralCreatorsTest {

    @Test
    void it_asks_for_the_first_ten_above_a_hundred_thousand_followers() {
        assertEquals(new ViralCreators(RateDefinition.PROVIDER, 100_000, 10), asked(Map.of()));
    }

    @Test
    void threshold_and_limit_can_be_set() {
        ViralCreators question = asked(Map.of("minFollowers", "2500000", "limit", "3"));

        assertEquals(new ViralCreators(RateDefinition.PROVIDER, 2_500_000, 3), question);
        assertEquals("Which creators above 2,500,000 followers have the highest engagement rate?", question.words());
    }

    @Test
    void the_store_has_the_answer() {
        List<Row> rows = List.of(Given.row("handle", "ada"), Given.row("handle", "bob"));

        assertEquals(new Conclusion(rows, List.of()), asked(Map.of()).conclude(Given.evidence(rows)));
        assertEquals(List.of(), ViralCreators.TOPIC.computed());
    }

    @Test
    void of_rates_above_one_the_reader_is_told() {
        List<Row> rows = List.of(
                Given.row("handle", "ada").with("engagement_rate", 1.25),
                Given.row("handle", "bob").with("engagement_rate", 1.0),
                Given.row("handle", "eve").with("engagement_rate", null));

        assertEquals(
                List.of(
                        "rates above 100 %: 1, as their sources tell them; there are more interactions than what they are"
                                + " divided by"),
                asked(Map.of()).conclude(Given.evidence(rows)).caveats());
    }

    private static ViralCreators asked(Map<String, String> given) {
        return (ViralCreators) ViralCreators.ENTRY
                .asked()
                .apply(
                        Arguments.read(ViralCreators.TOPIC.parameters(), given, Set.of(RateDefinition.PROVIDER)),
                        Tiers.STANDARD);
    }
}
