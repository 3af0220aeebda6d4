package io.virality.application.port;

import io.virality.domain.creator.Handle;
import io.virality.domain.ingest.FeedbackObservation;
import io.virality.domain.ingest.Tally;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.recommendation.Feedback;
import io.virality.domain.recommendation.Feedback.Stage;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Feedback in memory: a creator's number is its place. */
final class InMemoryFeedbackLog implements FeedbackLog {

    /** Who says something of whom. */
    record Pair(Brand brand, long creator) {}

    /** What is said. */
    record Said(Stage stage, Instant givenAt) {}

    private final InMemoryStore store;

    InMemoryFeedbackLog(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public boolean record(Feedback feedback) {
        Optional<Long> creator =
                store.holder(feedback.creator()).map(store.creators::indexOf).map(place -> place + 1L);
        creator.ifPresent(number ->
                store.feedback.put(new Pair(feedback.brand(), number), new Said(feedback.stage(), feedback.givenAt())));
        return creator.isPresent();
    }

    @Override
    public Tally restore(List<FeedbackObservation> observations) {
        return observations.stream().map(this::restore).reduce(Tally.NONE, Tally::plus);
    }

    private Tally restore(FeedbackObservation observation) {
        Pair pair = new Pair(observation.brand(), 1L + store.number(observation.creator(), observation.givenAt()));
        Said said = new Said(observation.stage(), observation.givenAt());
        Said before = store.feedback.get(pair);
        if (before != null && !before.givenAt().isBefore(said.givenAt())) {
            return new Tally(0, 0, 1);
        }
        store.feedback.put(pair, said);
        return before == null ? new Tally(1, 0, 0) : new Tally(0, 1, 0);
    }

    @Override
    public Map<Long, Feedback> of(Brand brand) {
        Map<Long, Feedback> said = new LinkedHashMap<>();
        store.feedback.entrySet().stream()
                .filter(entry -> entry.getKey().brand().equals(brand))
                .sorted(Map.Entry.<Pair, Said>comparingByValue(
                                Comparator.comparing(Said::givenAt).reversed())
                        .thenComparing(entry -> entry.getKey().creator()))
                .forEach(entry -> said.put(
                        entry.getKey().creator(),
                        new Feedback(
                                entry.getKey().brand(),
                                handle(entry.getKey().creator()),
                                entry.getValue().stage(),
                                entry.getValue().givenAt())));
        return said;
    }

    private Handle handle(long creator) {
        return store.creators.get((int) creator - 1).handle;
    }
}
