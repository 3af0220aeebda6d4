package io.virality.persistence;

import io.virality.domain.ingest.Tally;

/** What became of one part of an observation. */
enum Outcome {
    STORED(new Tally(1, 0, 0)),
    UPDATED(new Tally(0, 1, 0)),
    UNCHANGED(new Tally(0, 0, 1));

    private final Tally tally;

    Outcome(Tally tally) {
        this.tally = tally;
    }

    Tally tally() {
        return tally;
    }

    /** Of an observation whose first part says whether it is new at all. */
    Outcome and(Outcome other) {
        return this == UNCHANGED && other != UNCHANGED ? UPDATED : this;
    }
}
