package io.virality.domain.creator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The size classes in force, smallest first, without gaps. Vendors disagree about their edges, so these are
 * configuration.
 *
 * @param all the tiers; the first starts at 0, each next one higher
 */
public record Tiers(List<Tier> all) {

    /** Emerging below 1,000 followers, nano, micro, mid, macro, and mega from a million. */
    public static final Tiers STANDARD =
            parse("emerging:0, nano:1000, micro:10000, mid:100000, macro:500000, mega:1000000");

    /** @throws IllegalArgumentException if the first does not start at 0, edges do not rise, or a name stands twice */
    public Tiers {
        all = List.copyOf(all);
        if (all.isEmpty() || all.get(0).fewest() != 0) {
            throw new IllegalArgumentException("the first tier must start at 0 followers");
        }
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).fewest() <= all.get(i - 1).fewest()) {
                throw new IllegalArgumentException("tier '" + all.get(i).name() + "' must start above '"
                        + all.get(i - 1).name() + "'");
            }
        }
        if (all.stream().map(Tier::name).distinct().count() < all.size()) {
            throw new IllegalArgumentException("two tiers have one name");
        }
    }

    /**
     * Reads tiers from text, for example {@code small:0, large:100000}.
     *
     * @throws IllegalArgumentException if the text is not of that form
     */
    public static Tiers parse(String text) {
        List<Tier> tiers = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String[] nameAndEdge = part.split(":", -1);
            if (nameAndEdge.length != 2 || !nameAndEdge[1].strip().matches("[0-9]{1,18}")) {
                throw new IllegalArgumentException("not a tier: '" + part.strip() + "'; write name:followers");
            }
            tiers.add(
                    new Tier(nameAndEdge[0].strip().toLowerCase(Locale.ROOT), Long.parseLong(nameAndEdge[1].strip())));
        }
        return new Tiers(tiers);
    }

    /** As {@link #parse} reads them. */
    @Override
    public String toString() {
        return all.stream().map(tier -> tier.name() + ":" + tier.fewest()).collect(Collectors.joining(", "));
    }

    /** The tier of a creator with that many followers. */
    public Tier of(long followers) {
        Tier found = all.get(0);
        for (Tier tier : all) {
            if (followers >= tier.fewest()) {
                found = tier;
            }
        }
        return found;
    }

    /**
     * The tier of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Tier named(String name) {
        return all.stream()
                .filter(tier -> tier.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown tier '" + name + "'; known tiers: "
                        + all.stream().map(Tier::name).toList()));
    }

    /** The number of followers at which the next larger tier starts; empty for the largest. */
    public OptionalLong end(Tier tier) {
        int next = all.indexOf(tier) + 1;
        return next < all.size() ? OptionalLong.of(all.get(next).fewest()) : OptionalLong.empty();
    }
}
