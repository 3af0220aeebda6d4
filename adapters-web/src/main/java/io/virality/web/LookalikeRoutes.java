package io.virality.web;

import io.virality.application.search.FindLookalikes;
import jakarta.inject.Inject;
import java.util.List;

/** Creators that are like one of them. */
final class LookalikeRoutes implements Routes {

    private static final int USUAL_LIMIT = 10;

    private final FindLookalikes findLookalikes;

    @Inject
    LookalikeRoutes(FindLookalikes findLookalikes) {
        this.findLookalikes = findLookalikes;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.get(
                "/api/v1/creators/{handle}/lookalikes",
                "Creators that are like one of them in what they say and how they behave, and in what they differ",
                List.of(
                        Parameter.inPath("handle", "its name on the platform, with or without @"),
                        Parameter.text("platform", "by default tiktok"),
                        Parameter.between(1, FindLookalikes.MOST, "limit", "how many")
                                .usually(USUAL_LIMIT)),
                LookalikesView.class,
                this::find));
    }

    private LookalikesView find(Query query) {
        int limit = query.limit("limit", FindLookalikes.MOST, USUAL_LIMIT);
        return LookalikesView.of(findLookalikes.find(CreatorRoutes.handle(query), limit));
    }
}
