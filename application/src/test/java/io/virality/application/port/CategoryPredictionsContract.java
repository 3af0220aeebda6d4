package io.virality.application.port;

import static io.virality.application.port.Observations.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.virality.domain.category.Category;
import io.virality.domain.category.CategoryPrediction;
import io.virality.domain.category.CategoryPrediction.Label;
import io.virality.domain.category.Silence;
import io.virality.domain.creator.Handle;
import io.virality.domain.model.ModelCard;
import io.virality.domain.model.ModelKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link CategoryPredictions} promises. */
public abstract class CategoryPredictionsContract extends StoredPortContract {

    private static final Handle FIRST = Handle.tiktok("creator_0");
    private static final Handle SECOND = Handle.tiktok("creator_1");

    private final ModelCard card = ModelsContract.card(ModelKind.CATEGORIES, "rows", NOON);
    private long first;
    private long second;

    @BeforeEach
    void add() {
        ports.creators().record(Observations.many(2, 1));
        ports.creators().refresh();
        first = ports.creatorTexts().page(0, 1).get(0).creator();
        second = ports.creatorTexts().page(first, 1).get(0).creator();
        ports.transactions().run(() -> ports.models().store(card, new byte[1]));
    }

    private CategoryPrediction byModel(long creator) {
        return CategoryPrediction.of(
                creator,
                NOON,
                Optional.of(card.id()),
                List.of(
                        new Label(Category.LIP_SYNC, OptionalDouble.of(.9)),
                        new Label(Category.ART, OptionalDouble.of(.6))));
    }

    @Test
    void gives_back_what_was_stored() {
        CategoryPrediction byKeywords = CategoryPrediction.of(
                second, NOON, Optional.empty(), List.of(new Label(Category.FOOD, OptionalDouble.empty())));
        ports.categoryPredictions().store(List.of(byModel(first), byKeywords));
        assertEquals(Optional.of(byModel(first)), ports.categoryPredictions().of(FIRST));
        assertEquals(Optional.of(byKeywords), ports.categoryPredictions().of(SECOND));
        assertEquals(Optional.empty(), ports.categoryPredictions().of(Handle.tiktok("nobody")));
    }

    @Test
    void a_newer_prediction_takes_the_place_of_an_older_one() {
        ports.categoryPredictions().store(List.of(byModel(first), byModel(second)));
        CategoryPrediction none = CategoryPrediction.none(first, NOON.plusSeconds(1), Silence.NOT_ENGLISH);
        ports.categoryPredictions().store(List.of(none));
        assertEquals(Optional.of(none), ports.categoryPredictions().of(FIRST));
        assertEquals(Optional.of(byModel(second)), ports.categoryPredictions().of(SECOND));
    }

    @Test
    void what_a_source_tells_stays_as_it_is() {
        String before = ports.creators().find(FIRST).orElseThrow().profile().toString();
        ports.categoryPredictions().store(List.of(byModel(first)));
        ports.creators().refresh();
        assertEquals(
                before, ports.creators().find(FIRST).orElseThrow().profile().toString());
    }

    @Test
    void a_prediction_goes_with_its_model() {
        ports.categoryPredictions().store(List.of(byModel(first)));
        for (int i = 1; i <= ModelCard.KEPT_OF_A_KIND; i++) {
            ModelCard newer = ModelsContract.card(ModelKind.CATEGORIES, "rows " + i, NOON.plusSeconds(i));
            ports.transactions().run(() -> ports.models().store(newer, new byte[1]));
        }
        assertEquals(Optional.empty(), ports.categoryPredictions().of(FIRST));
    }

    @Test
    void a_transaction_that_fails_leaves_the_older_ones() {
        ports.categoryPredictions().store(List.of(byModel(first)));
        assertThrows(IllegalStateException.class, () -> ports.transactions().run(() -> {
            ports.categoryPredictions().store(List.of(CategoryPrediction.none(first, NOON, Silence.UNSURE)));
            throw new IllegalStateException();
        }));
        assertEquals(Optional.of(byModel(first)), ports.categoryPredictions().of(FIRST));
    }
}
