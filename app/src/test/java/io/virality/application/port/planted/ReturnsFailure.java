package io.virality.application.port.planted;

import io.virality.application.Failure;
import java.util.Optional;

/** A port that answers with a failure instead of throwing it. */
public interface ReturnsFailure {

    /** What went wrong. */
    Optional<Failure> failure();
}
