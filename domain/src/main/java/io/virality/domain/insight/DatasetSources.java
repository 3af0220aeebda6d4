package io.virality.domain.insight;

import java.util.List;

/** What is loaded, from which source, and how fresh is it? One row a source and kind of observation. */
public record DatasetSources() implements Question {

    /** The kinds of observations, in the order in which they are listed. */
    public static final List<String> KINDS = List.of(
            "profiles",
            "creator counts",
            "video counts",
            "growth",
            "shops",
            "products",
            "sales",
            "advertisements",
            "sponsorships",
            "touches",
            "promo codes");

    static final Topic TOPIC = new Topic(
            "dataset-sources",
            "What is loaded, from which source, and how fresh is it?",
            List.of(),
            List.of(
                    Column.text("source", "who said so"),
                    Column.text("version", "version of the source's reader"),
                    Column.text("data", "real or simulated"),
                    Column.text("freshness", "live, daily, or an archive"),
                    Column.text("kind", "what is observed"),
                    Column.count("n", "observations"),
                    Column.time("oldest", "moment of the oldest"),
                    Column.time("newest", "moment of the newest")),
            Chart.TABLE);

    static final Entry ENTRY = new Entry(TOPIC, (arguments, tiers) -> new DatasetSources());

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Measure measure() {
        return new Measure.Plain(
                "observations@1",
                "what each source said, repetitions left out; of a profile and of each fact of a market its newest word",
                Population.OBSERVATIONS);
    }

    @Override
    public Conclusion conclude(Evidence evidence) {
        return new Conclusion(evidence.rows(), List.of());
    }
}
