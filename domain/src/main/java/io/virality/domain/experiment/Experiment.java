package io.virality.domain.experiment;

import io.virality.domain.creator.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An experiment over time: a draft, then running, stopped, and put away. What is done to it is kept, above all what comes
 * after the start, when figures could have been seen.
 *
 * @param design as it is now
 * @param state where it stands
 * @param startedAt when it began, if it did
 * @param stoppedAt when it ended, if it did
 * @param changes all that was done, oldest first
 * @param origin whether its units exist in the world or in a simulation
 */
public record Experiment(
        Design design,
        State state,
        Optional<Instant> startedAt,
        Optional<Instant> stoppedAt,
        List<Change> changes,
        Origin origin) {

    /** Where an experiment stands. */
    public enum State {
        /** Being written. */
        DRAFT,
        /** Dealing out variations. */
        RUNNING,
        /** At its end. */
        STOPPED,
        /** Put away. */
        ARCHIVED
    }

    /** @throws IllegalArgumentException if the state contradicts the rest */
    public Experiment {
        changes = List.copyOf(changes);
        boolean possible =
                switch (state) {
                    case DRAFT -> startedAt.isEmpty() && stoppedAt.isEmpty();
                    case RUNNING -> startedAt.isPresent() && stoppedAt.isEmpty();
                    case STOPPED -> startedAt.isPresent() && stoppedAt.isPresent();
                    case ARCHIVED -> startedAt.isPresent() == stoppedAt.isPresent();
                };
        if (!possible || startedAt.isPresent() && design.primary().isEmpty()) {
            throw new IllegalArgumentException("no experiment is " + state + " with " + startedAt + ", " + stoppedAt
                    + " and the primary metric " + design.primary());
        }
    }

    /** A new one. */
    public static Experiment drafted(Design design, Origin origin, String by, Instant at) {
        return new Experiment(
                design,
                State.DRAFT,
                Optional.empty(),
                Optional.empty(),
                List.of(new Change(at, by, Change.Kind.DRAFTED, "drafted")),
                origin);
    }

    /** By which it is named. */
    public String key() {
        return design.key();
    }

    /**
     * It running.
     *
     * @throws IllegalStateException if it cannot start: it is no draft, or has no primary metric
     */
    public Experiment started(String by, Instant at) {
        require(state == State.DRAFT, "start", "only a draft can");
        require(design.primary().isPresent(), "start", "register its primary metric before");
        return new Experiment(
                design,
                State.RUNNING,
                Optional.of(at),
                Optional.empty(),
                with(new Change(at, by, Change.Kind.STARTED, "started")),
                origin);
    }

    /**
     * It at its end.
     *
     * @param reason why it ends
     * @throws IllegalStateException if it is not running
     */
    public Experiment stopped(String reason, String by, Instant at) {
        require(state == State.RUNNING, "stop", "only a running one can");
        return new Experiment(
                design,
                State.STOPPED,
                startedAt,
                Optional.of(at),
                with(new Change(at, by, Change.Kind.STOPPED, reason.isBlank() ? "stopped" : "stopped: " + reason)),
                origin);
    }

    /**
     * It put away.
     *
     * @throws IllegalStateException if it is running, or put away already
     */
    public Experiment archived(String by, Instant at) {
        require(state != State.RUNNING, "be archived", "stop it first");
        require(state != State.ARCHIVED, "be archived", "it is already");
        return new Experiment(
                design,
                State.ARCHIVED,
                startedAt,
                stoppedAt,
                with(new Change(at, by, Change.Kind.ARCHIVED, "archived")),
                origin);
    }

    /**
     * It with another design. After the start each difference is kept as a late change; what units were dealt by, and what
     * was dealt, cannot change any more.
     *
     * @throws IllegalStateException if it is put away, or cannot change like that
     */
    public Experiment changed(Design other, String by, Instant at) {
        require(state != State.ARCHIVED, "change", "it is archived");
        require(key().equals(other.key()), "change its key", "make another experiment");
        boolean begun = state != State.DRAFT;
        if (begun) {
            require(design.unit() == other.unit(), "change its unit", "units were dealt already");
            require(
                    design.targeting().attribute().equals(other.targeting().attribute()),
                    "change the attribute of its units",
                    "units were dealt by it already");
            require(keys(design).equals(keys(other)), "change its variations", "units were dealt to them already");
            require(other.primary().isPresent(), "lose its primary metric", "it has begun");
        }
        List<Change> more = new ArrayList<>(changes);
        boolean split = !design.dealsLike(other);
        for (String difference : design.differences(other)) {
            Change.Kind kind = !begun ? Change.Kind.REVISED : split ? Change.Kind.LATE_SPLIT : Change.Kind.LATE;
            more.add(new Change(at, by, kind, difference));
        }
        return new Experiment(other, state, startedAt, stoppedAt, more, origin);
    }

    private static List<String> keys(Design design) {
        return design.variations().stream().map(Variation::key).toList();
    }

    private void require(boolean possible, String what, String why) {
        if (!possible) {
            throw new IllegalStateException("experiment '" + key() + "' is "
                    + state.name().toLowerCase(Locale.ROOT) + " and cannot " + what + ": " + why);
        }
    }

    private List<Change> with(Change change) {
        List<Change> more = new ArrayList<>(changes);
        more.add(change);
        return more;
    }

    /** What was changed after the start. */
    public List<Change> lateChanges() {
        return changes.stream().filter(Change::late).toList();
    }

    /** Since when units are dealt as they are now; empty before the start. */
    public Optional<Instant> dealtAlikeSince() {
        return changes.stream()
                .filter(change -> change.kind() == Change.Kind.STARTED || change.kind() == Change.Kind.LATE_SPLIT)
                .map(Change::at)
                .reduce((earlier, later) -> later);
    }
}
