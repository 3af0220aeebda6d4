package io.virality.domain.insight;

import java.util.List;

/** What in the data repeats, contradicts itself, or was not understood? */
public record DatasetConflicts() implements Question {

    /** One handle that several accounts go by. */
    public static final String SHARED_HANDLE = "shared handle";

    /** Several videos of one creator, posted at one moment with one caption. */
    public static final String REPEATED_VIDEO = "repeated video";

    /** Sources that say different things about a field. */
    public static final String DISAGREEMENT = "disagreement";

    /** Rows that were not understood. */
    public static final String QUARANTINE = "quarantine";

    static final Topic TOPIC = new Topic(
            "dataset-conflicts",
            "What in the data repeats, contradicts itself, or was not understood?",
            List.of(),
            List.of(
                    Column.text("finding", "shared handle, repeated video, disagreement, or quarantine"),
                    Column.text("detail", "the field that sources disagree about, or why rows were not understood"),
                    Column.count(
                            "n",
                            "handles with several accounts; videos beyond the first; other words about a field; rejected rows")),
            Chart.TABLE);

    static final Entry ENTRY = new Entry(TOPIC, (arguments, tiers) -> new DatasetConflicts());

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Measure measure() {
        return new Measure.Plain(
                "conflicts@1",
                "handles that several accounts go by; videos that share creator, moment of posting and caption with an earlier "
                        + "one; what sources say other than the one that rules; rows that imports rejected",
                Population.OBSERVATIONS);
    }

    @Override
    public String nothing() {
        return "nothing was found that repeats, contradicts itself, or was not understood";
    }

    @Override
    public Conclusion conclude(Evidence evidence) {
        return new Conclusion(
                evidence.rows(),
                List.of("a rejected row stays counted when it is understood later or read again by another import"));
    }
}
