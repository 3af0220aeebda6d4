package io.virality.domain.experiment;

import io.virality.domain.experiment.DifferenceInDifferences.Region;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What was done to some regions brought, judged in two ways that rest on different assumptions: that all regions would have
 * changed alike, and that a weighted mean of the untouched ones would have gone on as the treated ones.
 *
 * @param synthetic empty if there is too little for it
 * @param missing what there is too little of
 * @param untouched the names of the regions that weights belong to
 */
public record Holdout(
        DifferenceInDifferences difference,
        Optional<SyntheticControl> synthetic,
        Optional<String> missing,
        List<String> untouched) {

    /** @throws IllegalArgumentException if there are too few regions or periods for either */
    public static Holdout of(SortedMap<String, Region> regions) {
        List<Region> all = List.copyOf(regions.values());
        List<String> untouched = regions.entrySet().stream()
                .filter(region -> !region.getValue().treated())
                .map(Map.Entry::getKey)
                .toList();
        DifferenceInDifferences difference = DifferenceInDifferences.of(all);
        try {
            return new Holdout(difference, Optional.of(SyntheticControl.of(all)), Optional.empty(), untouched);
        } catch (IllegalArgumentException e) {
            return new Holdout(difference, Optional.empty(), Optional.of(e.getMessage()), untouched);
        }
    }
}
