package io.virality.domain.creator;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which creators to list, and how. What is empty does not restrict.
 *
 * @param search words that stand in the handle, nickname or biography
 * @param minFollowers at least this many followers
 * @param maxFollowers at most this many followers
 * @param region country of the account
 * @param verified verified by the platform or not
 * @param order what to sort by
 * @param after where to go on: {@link Page#next()} of the page before
 * @param limit at most this many, 1 to 100
 */
public record CreatorFilter(
        Optional<String> search,
        OptionalLong minFollowers,
        OptionalLong maxFollowers,
        Optional<String> region,
        Optional<Boolean> verified,
        Order order,
        Optional<String> after,
        int limit) {

    /** The most that a page holds. */
    public static final int LARGEST_PAGE = 100;

    private static final int LONGEST_SEARCH = 200;

    /** How a list is sorted. Equal ones follow by the order in which they became known. */
    public enum Order {
        /** Most followers first. */
        FOLLOWERS_DESCENDING("-followers"),
        /** Fewest followers first. */
        FOLLOWERS("followers"),
        /** Highest engagement rate first; without a rate last. */
        ENGAGEMENT_DESCENDING("-engagementRate"),
        /** Lowest engagement rate first; without a rate last. */
        ENGAGEMENT("engagementRate"),
        /** By handle. */
        HANDLE("handle"),
        /** By handle, backwards. */
        HANDLE_DESCENDING("-handle");

        private final String id;

        Order(String id) {
            this.id = id;
        }

        /** The name in addresses: a minus sign means descending. */
        public String id() {
            return id;
        }
    }

    /** @throws IllegalArgumentException if the limit or the length of the search is out of bounds, or counts clash */
    public CreatorFilter {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new IllegalArgumentException("limit must be between 1 and " + LARGEST_PAGE + ", not " + limit);
        }
        if (search.isPresent() && search.get().length() > LONGEST_SEARCH) {
            throw new IllegalArgumentException("search must have at most " + LONGEST_SEARCH + " characters");
        }
        if (minFollowers.isPresent()
                && maxFollowers.isPresent()
                && minFollowers.getAsLong() > maxFollowers.getAsLong()) {
            throw new IllegalArgumentException(
                    "minFollowers " + minFollowers.getAsLong() + " is above maxFollowers " + maxFollowers.getAsLong());
        }
    }
}
