package io.virality.web;

import io.virality.application.Failure;
import io.virality.application.creator.FindDisagreements;
import io.virality.domain.creator.Disagreement.Field;
import io.virality.web.JsonDocuments.DisagreementsView;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;

/** What sources say differently about one creator. */
final class DisagreementRoutes implements Routes {

    private static final int USUAL_PAGE = 20;
    private static final int LARGEST_PAGE = 100;

    private final FindDisagreements findDisagreements;

    @Inject
    DisagreementRoutes(FindDisagreements findDisagreements) {
        this.findDisagreements = findDisagreements;
    }

    @Override
    public List<Operation> operations() {
        List<String> fields = Arrays.stream(Field.values()).map(Field::id).toList();
        return List.of(Operation.get(
                "/api/v1/disagreements",
                "Where two sources say different things about one creator, what is shown and what lost",
                List.of(
                        Parameter.oneOf(fields, "field", "only about this one"),
                        Parameter.text("cursor", "where to go on: 'next' of the page before"),
                        Parameter.between(1, LARGEST_PAGE, "limit", "how many on a page")
                                .usually(USUAL_PAGE)),
                DisagreementsView.class,
                this::find));
    }

    private DisagreementsView find(Query query) {
        FindDisagreements.Found found = findDisagreements.find(
                query.text("field").map(DisagreementRoutes::field),
                query.position("cursor").orElse(0L),
                query.limit("limit", LARGEST_PAGE, USUAL_PAGE));
        return DisagreementsView.of(found.page(), found.statement());
    }

    private static Field field(String id) {
        try {
            return Field.of(id);
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, e.getMessage(), e);
        }
    }
}
