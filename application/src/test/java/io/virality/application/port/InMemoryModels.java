package io.virality.application.port;

import io.virality.application.Failure;
import io.virality.domain.model.ModelCard;
import io.virality.domain.model.ModelKind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Models in memory. */
public final class InMemoryModels implements Models {

    /** A model and what it needs to be used. */
    record Stored(ModelCard card, byte[] payload) {}

    private final InMemoryStore store;

    InMemoryModels(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void store(ModelCard card, byte[] payload) {
        if (payload.length > ModelCard.LARGEST_PAYLOAD) {
            throw new Failure(Failure.Kind.TOO_LARGE, card.id() + " has " + payload.length + " bytes");
        }
        store.models.put(card.id(), new Stored(card, payload.clone()));
        all().stream()
                .filter(other -> other.kind() == card.kind())
                .skip(ModelCard.KEPT_OF_A_KIND)
                .forEach(old -> store.models.remove(old.id()));
    }

    @Override
    public List<ModelCard> all() {
        return store.models.values().stream()
                .map(Stored::card)
                .sorted(Comparator.comparing(ModelCard::trainedAt).reversed().thenComparing(ModelCard::id))
                .toList();
    }

    @Override
    public Optional<ModelCard> newest(ModelKind kind) {
        return all().stream().filter(card -> card.kind() == kind).findFirst();
    }

    @Override
    public Optional<ModelCard> find(String id) {
        return Optional.ofNullable(store.models.get(id)).map(Stored::card);
    }

    @Override
    public Optional<byte[]> payload(String id) {
        return Optional.ofNullable(store.models.get(id))
                .map(stored -> stored.payload().clone());
    }
}
