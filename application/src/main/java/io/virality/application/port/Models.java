package io.virality.application.port;

import io.virality.domain.model.ModelCard;
import io.virality.domain.model.ModelKind;
import java.util.List;
import java.util.Optional;

/** Trained models and their cards. */
public interface Models {

    /**
     * Keeps a model in place of the one with its id; of its kind the newest {@link ModelCard#KEPT_OF_A_KIND} stay. Whoever
     * calls it says by {@link Transactions#run} that it is all or nothing.
     *
     * @param payload what its adapter needs to use it; nobody else reads it
     * @throws io.virality.application.Failure {@code TOO_LARGE} if the payload has more than
     *     {@link ModelCard#LARGEST_PAYLOAD} bytes
     */
    void store(ModelCard card, byte[] payload);

    /** All cards, the newest first. */
    List<ModelCard> all();

    /** The card of the newest model of a kind. */
    Optional<ModelCard> newest(ModelKind kind);

    /** The card of one model. */
    Optional<ModelCard> find(String id);

    /** What {@link #store} was given with the card of that id. */
    Optional<byte[]> payload(String id);
}
