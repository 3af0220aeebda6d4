package io.virality.application.search;

import io.virality.application.Failure;
import io.virality.application.TrainingListener;
import io.virality.application.port.CreatorIndex;
import io.virality.application.port.CreatorIndex.Meaning;
import io.virality.application.port.TextEmbedder;
import io.virality.application.port.Transactions;
import io.virality.domain.category.CreatorText;
import io.virality.domain.model.TrainingProgress;
import io.virality.domain.search.Ranking.Coverage;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;

/** Reads what creators say, so that they are found by words and by meaning. Goes on where it was broken off. */
public final class IndexCreators {

    private static final int WORDS = 1_000;

    /** Of so many the meaning is kept at once: some seconds of work are lost if it is broken off. */
    private static final int MEANINGS = 256;

    private final CreatorIndex index;
    private final TextEmbedder embedder;
    private final Transactions transactions;

    @Inject
    IndexCreators(CreatorIndex index, TextEmbedder embedder, Transactions transactions) {
        this.index = index;
        this.embedder = embedder;
        this.transactions = transactions;
    }

    /**
     * Reads all that has changed since; what has not is not read again.
     *
     * @throws CancellationException if the listener broke it off: what is done is kept
     * @throws Failure {@code INTERNAL} if the sentence model cannot be loaded on this machine
     */
    public Coverage index(TrainingListener listener) {
        Coverage before = index.coverage(embedder.name());
        long words = before.creators() - before.words();
        int[] batch = {WORDS};
        for (long done = 0; batch[0] == WORDS; done += batch[0]) {
            listener.goOn(new TrainingProgress("indexing words", done, Math.max(done, words)));
            transactions.run(() -> batch[0] = index.catchUp(WORDS));
        }
        long unread = index.coverage(embedder.name()).unread();
        long done = 0;
        long after = 0;
        for (List<CreatorText> page = index.withoutMeaning(embedder.name(), after, MEANINGS);
                !page.isEmpty();
                page = index.withoutMeaning(embedder.name(), after, MEANINGS)) {
            long earlier = done;
            List<Meaning> meanings = read(
                    page,
                    read -> listener.goOn(new TrainingProgress(
                            "understanding words", earlier + read, Math.max(earlier + read, unread))));
            transactions.run(() -> index.keep(embedder.name(), meanings));
            done += page.size();
            after = page.get(page.size() - 1).creator();
        }
        return index.coverage(embedder.name());
    }

    private List<Meaning> read(List<CreatorText> page, IntConsumer progress) {
        List<CreatorText> readable =
                page.stream().filter(text -> text.unreadable().isEmpty()).toList();
        float[][] vectors =
                embedder.embed(readable.stream().map(CreatorText::text).toList(), progress);
        List<Meaning> meanings = new ArrayList<>();
        for (int i = 0; i < vectors.length; i++) {
            meanings.add(new Meaning(readable.get(i), Optional.of(vectors[i])));
        }
        page.stream()
                .filter(text -> text.unreadable().isPresent())
                .forEach(text -> meanings.add(new Meaning(text, Optional.empty())));
        return meanings;
    }
}
