package io.virality.domain.portfolio;

import io.virality.domain.portfolio.BinaryProgram.Row;
import java.util.List;
import java.util.Optional;

/** What a set of creators must keep to. */
public sealed interface Constraint permits Budget, AtLeast, AtMost, OverlapCap {

    /** In words: {@code at least 2 creators of tier micro}. */
    String words();

    /** Whether a set keeps to it. */
    boolean allows(List<Prospect> chosen);

    /** The same for a solver: a set of the candidates keeps to it if it keeps to all these rows. */
    List<Row> rows(List<Prospect> candidates);

    /** How much of it a set uses, in words: {@code 9,840 of 10,000 USD}. */
    String used(List<Prospect> chosen);

    /** The same, a step less strict; empty if it is no limit any more. */
    Optional<Constraint> loosened();

    /** What a step is, in words: {@code 100 more}. */
    String step();
}
