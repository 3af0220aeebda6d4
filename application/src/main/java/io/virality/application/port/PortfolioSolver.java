package io.virality.application.port;

import io.virality.domain.portfolio.BinaryProgram;
import java.util.List;
import java.util.Optional;

/** Finds the best choice, and proves that it is. */
public interface PortfolioSolver {

    /**
     * What is chosen, in ascending order: no choice that keeps to all rows gains more. Empty if none keeps to them. Equal
     * programs give equal choices. Several can be solved at once.
     *
     * @throws io.virality.application.Failure {@code TOO_LARGE} if there is no proof within reasonable time
     */
    Optional<List<Integer>> solve(BinaryProgram program);
}
