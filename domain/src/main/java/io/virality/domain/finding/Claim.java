package io.virality.domain.finding;

import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Question;
import java.util.List;
import java.util.Map;

/** Something that is said about influencer marketing, as a test on whatever data is loaded. */
public interface Claim {

    /** In commands and addresses, for example {@code micro-engages-more}. */
    String id();

    /** What is said, in words. */
    String words();

    /** What exactly is tested, fixed before anybody looks at the data. */
    Hypothesis hypothesis();

    /** The questions whose evidence the test needs; the one whose statement tells most comes first. */
    List<Question> questions();

    /**
     * The test.
     *
     * @param evidence for each of {@link #questions()}
     */
    Trial test(Map<Question, Evidence> evidence);
}
