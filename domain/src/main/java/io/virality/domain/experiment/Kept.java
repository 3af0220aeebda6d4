package io.virality.domain.experiment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is kept of an experiment, piece by piece: kept elsewhere in this order, it is the same experiment there. */
public sealed interface Kept {

    /** The experiment's key. */
    String key();

    /**
     * What it is to be, how it stands, and what was done to it.
     *
     * @param receivedAt when something was told of it last, if anything was
     * @param caps where metrics are cut for good
     */
    record Course(Experiment experiment, Optional<Instant> receivedAt, List<FixedCap> caps) implements Kept {

        /** @throws IllegalArgumentException if nobody began it, or a metric is cut that is not registered */
        public Course {
            caps = List.copyOf(caps);
            if (experiment.changes().isEmpty()) {
                throw new IllegalArgumentException("an experiment begins with its draft: nothing was done to this one");
            }
            for (FixedCap cap : caps) {
                if (experiment.design().metric(cap.metric()).isEmpty()) {
                    throw new IllegalArgumentException("no metric of the experiment is cut like this: " + cap.metric());
                }
            }
        }

        @Override
        public String key() {
            return experiment.key();
        }

        /** Whether it is the other one, which may have gone on since. */
        public boolean isContinuedBy(Experiment other) {
            return startsLike(other.changes(), experiment.changes());
        }

        /** Whether it is the other one, and has gone on since. */
        public boolean continues(Experiment other) {
            return startsLike(experiment.changes(), other.changes());
        }

        private static boolean startsLike(List<Change> longer, List<Change> shorter) {
            return longer.size() >= shorter.size()
                    && longer.subList(0, shorter.size()).equals(shorter);
        }
    }

    /** Where a metric is cut for good, since when. */
    record FixedCap(String metric, Cap cap, Instant fixedAt) {}

    /** What was told of it. */
    sealed interface Told extends Kept {

        /** When it was told last. */
        Instant receivedAt();
    }

    /** What a unit met first. */
    record Met(String key, Exposure exposure, Instant receivedAt) implements Told {}

    /** What happened with a unit. */
    record Happened(String key, Outcome outcome, Instant receivedAt) implements Told {}

    /** What somebody else has counted. */
    record Counted(String key, Summary summary, Instant receivedAt) implements Told {}
}
