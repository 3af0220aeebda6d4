package io.virality.application.category;

import static io.virality.application.port.CreatorTextsContract.saying;
import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.by;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.application.TrainingListener;
import io.virality.application.category.ClassifyCreators.Wish;
import io.virality.application.port.InMemoryCategoryClassifier;
import io.virality.application.port.InMemoryTextEmbedder;
import io.virality.application.port.StoredPorts;
import io.virality.domain.category.Category;
import io.virality.domain.category.CategoryPrediction;
import io.virality.domain.category.Classification;
import io.virality.domain.category.Silence;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Origin;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.model.ModelCard;
import io.virality.domain.model.ModelKind;
import io.virality.domain.model.TrainingProgress;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ClassifyCreatorsTest {

    private static final Wish WISH = new Wish(7, false);

    /** Words that no keyword rule knows. */
    private static final Map<Category, List<String>> JARGON = Map.of(
            Category.FOOD, List.of("brisket", "sourdough", "umami", "simmer", "ramen"),
            Category.TECH, List.of("compiler", "kernel", "firmware", "silicon", "latency"),
            Category.PETS, List.of("whiskers", "corgi", "paws", "hamster", "vet"));

    private static final List<Category> KNOWN = List.of(Category.FOOD, Category.TECH, Category.PETS);

    private final StoredPorts ports = StoredPorts.inMemory();
    private final ClassifyCreators classify = new ClassifyCreators(
            ports.creatorTexts(),
            new InMemoryTextEmbedder(),
            new InMemoryCategoryClassifier(),
            ports.categoryPredictions(),
            ports.models(),
            ports.dataset(),
            ports.transactions(),
            Clock.fixed(NOON, ZoneOffset.UTC));

    /** Creators who tell their category by its jargon, or by words that tell nothing. */
    private void labelled(int count, boolean telling) {
        Random random = new Random(3);
        List<CreatorObservation> observations = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Category category = KNOWN.get(i % 3);
            List<String> jargon = JARGON.get(telling ? category : KNOWN.get(random.nextInt(3)));
            observations.add(saying(
                    "labelled" + i,
                    jargon.get(random.nextInt(5)) + " " + jargon.get(random.nextInt(5)) + " "
                            + jargon.get(random.nextInt(5)),
                    "en",
                    category.id(),
                    by("survey", NOON)));
        }
        ports.creators().record(observations);
        ports.creators().refresh();
    }

    private void others() {
        ports.creators()
                .record(List.of(
                        saying("corgifan", "my corgi has paws and whiskers", "en", null, by("survey", NOON)),
                        saying("spanish", "corgi corgi paws whiskers", "es", null, by("survey", NOON)),
                        saying("silent", "", null, null, by("survey", NOON)),
                        saying("promoter", "gaming gameplay esports", null, "Promotion", by("survey", NOON))));
        ports.creators().refresh();
    }

    private CategoryPrediction of(String handle) {
        return ports.categoryPredictions().of(Handle.tiktok(handle)).orElseThrow();
    }

    @Test
    void a_model_that_beats_keywords_says_what_the_others_post_about_and_how_sure_it_is() {
        labelled(120, true);
        others();
        Classification classification = classify.classify(WISH, progress -> {});
        assertTrue(classification.modelAnswers());
        ModelCard card = ports.models().newest(ModelKind.CATEGORIES).orElseThrow();
        assertEquals(Optional.of(card), classification.card());
        assertEquals(120L, card.rows().counts().get("labelled creators"));
        assertEquals(Origin.REAL, card.rows().origin());
        CategoryPrediction prediction = of("corgifan");
        assertEquals(Optional.of(card.id()), prediction.model());
        assertEquals(Category.PETS, prediction.labels().get(0).category());
        assertTrue(prediction.labels().get(0).confidence().orElseThrow() > .5);
        assertEquals(124, classification.creators());
        assertEquals(120L, classification.silent().get(Silence.TOLD));
    }

    @Test
    void what_a_source_tells_is_neither_overwritten_nor_predicted() {
        labelled(120, true);
        classify.classify(WISH, progress -> {});
        assertEquals(Optional.of(Silence.TOLD), of("labelled0").silence());
        assertEquals(
                Optional.of("food"),
                ports.creators()
                        .find(Handle.tiktok("labelled0"))
                        .orElseThrow()
                        .profile()
                        .category());
    }

    @Test
    void who_cannot_be_read_is_unknown_and_the_reason_is_said() {
        labelled(120, true);
        others();
        classify.classify(WISH, progress -> {});
        assertEquals(Optional.of(Silence.NOT_ENGLISH), of("spanish").silence());
        assertEquals(Optional.of(Silence.NO_WORDS), of("silent").silence());
    }

    @Test
    void a_model_that_is_not_better_is_kept_as_losing_and_keywords_answer() {
        labelled(120, false);
        others();
        Classification classification = classify.classify(WISH, progress -> {});
        assertFalse(classification.modelAnswers());
        assertTrue(ports.models().newest(ModelKind.CATEGORIES).isPresent());
        assertEquals(Optional.empty(), of("promoter").model());
        assertEquals(Category.GAMING, of("promoter").labels().get(0).category());
        assertTrue(of("promoter").labels().get(0).confidence().isEmpty());
    }

    @Test
    void too_little_to_learn_from_is_an_answer_and_keywords_stand_in() {
        labelled(30, true);
        others();
        Classification classification = classify.classify(WISH, progress -> {});
        assertEquals(2, classification.missing().size());
        assertEquals(Optional.empty(), classification.card());
        assertEquals(List.of(), ports.models().all());
        assertEquals(Category.GAMING, of("promoter").labels().get(0).category());
        assertEquals(1L, classification.given().get(Category.GAMING));
    }

    @Test
    void nothing_at_all_is_too_little() {
        Classification classification = classify.classify(WISH, progress -> {});
        assertEquals(2, classification.missing().size());
        assertEquals(0, classification.creators());
    }

    @Test
    void an_evaluation_keeps_nothing() {
        labelled(120, true);
        others();
        Classification classification = classify.classify(new Wish(7, true), progress -> {});
        assertTrue(classification.card().isPresent());
        assertEquals(Map.of(), classification.given());
        assertEquals(List.of(), ports.models().all());
        assertEquals(Optional.empty(), ports.categoryPredictions().of(Handle.tiktok("corgifan")));
    }

    @Test
    void the_same_creators_and_seed_give_the_same_model_and_predictions() {
        labelled(120, true);
        others();
        Classification one = classify.classify(WISH, progress -> {});
        CategoryPrediction first = of("corgifan");
        Classification again = classify.classify(WISH, progress -> {});
        assertEquals(one, again);
        assertEquals(first, of("corgifan"));
        assertEquals(1, ports.models().all().size());
    }

    @Test
    void broken_off_in_training_it_leaves_everything_as_it_was() {
        labelled(120, true);
        others();
        TrainingListener impatient = new TrainingListener() {
            private String step = "";

            @Override
            public void progressed(TrainingProgress progress) {
                step = progress.step();
            }

            @Override
            public boolean cancelled() {
                return step.startsWith("evaluating");
            }
        };
        assertThrows(CancellationException.class, () -> classify.classify(WISH, impatient));
        assertEquals(List.of(), ports.models().all());
        assertEquals(Optional.empty(), ports.categoryPredictions().of(Handle.tiktok("corgifan")));
    }

    @Test
    void all_pages_are_read() {
        labelled(1_201, true);
        List<TrainingProgress> told = new ArrayList<>();
        Classification classification = classify.classify(WISH, told::add);
        assertEquals(1_201, classification.creators());
        assertEquals(1_201, told.get(told.size() - 1).done());
    }
}
