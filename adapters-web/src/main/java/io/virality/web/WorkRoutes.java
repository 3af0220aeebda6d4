package io.virality.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.virality.application.Failure;
import io.virality.application.creator.ListWork;
import io.virality.domain.creator.Platform;
import io.virality.domain.insight.CreatorSponsorships;
import io.virality.domain.insight.CreatorVideos;
import io.virality.domain.insight.Insight;
import io.virality.domain.insight.Work;
import io.virality.web.JsonDocuments.InsightView;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What one creator did: the videos it posted, the brands it worked for. */
final class WorkRoutes implements Routes {

    private static final int USUAL_PAGE = 20;
    private static final int LARGEST_PAGE = 500;

    private final ListWork listWork;

    /** A page of a list; {@code n} is how long all of it is. */
    record WorkView(@JsonUnwrapped InsightView answer, Optional<String> next) {

        static WorkView of(Work work, Insight insight) {
            long end = work.skipped() + insight.rows().size();
            return new WorkView(
                    InsightView.of(insight),
                    !insight.rows().isEmpty() && end < insight.n()
                            ? Optional.of(String.valueOf(end))
                            : Optional.empty());
        }
    }

    @Inject
    WorkRoutes(ListWork listWork) {
        this.listWork = listWork;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.get(
                        "/api/v1/creators/{handle}/sponsorships",
                        "The brands a creator worked for, and how one knows",
                        parameters(ids(CreatorSponsorships.Order.values(), CreatorSponsorships.Order::id)),
                        WorkView.class,
                        query -> list(new CreatorSponsorships(
                                CreatorRoutes.handle(query),
                                order(query, CreatorSponsorships.Order.values(), CreatorSponsorships.Order::id),
                                skipped(query),
                                limit(query)))),
                Operation.get(
                        "/api/v1/creators/{handle}/videos",
                        "The videos of a creator, with their views by what is usual for it",
                        parameters(ids(CreatorVideos.Order.values(), CreatorVideos.Order::id)),
                        WorkView.class,
                        query -> list(new CreatorVideos(
                                CreatorRoutes.handle(query),
                                order(query, CreatorVideos.Order.values(), CreatorVideos.Order::id),
                                skipped(query),
                                limit(query)))));
    }

    private static List<Parameter> parameters(List<String> orders) {
        return List.of(
                Parameter.inPath("handle", "its name on the platform, with or without @"),
                Parameter.oneOf(ids(Platform.values(), Platform::id), "platform", "where it posts")
                        .usually(Platform.TIKTOK.id()),
                Parameter.oneOf(orders, "sort", "a minus sign means descending").usually(orders.get(0)),
                Parameter.text("cursor", "where to go on: 'next' of the page before"),
                Parameter.between(1, LARGEST_PAGE, "limit", "how many on a page")
                        .usually(USUAL_PAGE));
    }

    private WorkView list(Work work) {
        return WorkView.of(work, listWork.list(work));
    }

    private static long skipped(Query query) {
        return query.position("cursor").orElse(0L);
    }

    private static int limit(Query query) {
        return query.limit("limit", LARGEST_PAGE, USUAL_PAGE);
    }

    /** The order that is asked for: the first one, unless told otherwise. */
    private static <T> T order(Query query, T[] orders, Function<T, String> id) {
        return query.text("sort")
                .map(text -> Arrays.stream(orders)
                        .filter(order -> id.apply(order).equals(text))
                        .findFirst()
                        .orElseThrow(() ->
                                Failure.invalid("unknown order '" + text + "'; known orders: " + ids(orders, id))))
                .orElse(orders[0]);
    }

    private static <T> List<String> ids(T[] orders, Function<T, String> id) {
        return Arrays.stream(orders).map(id).toList();
    }
}
