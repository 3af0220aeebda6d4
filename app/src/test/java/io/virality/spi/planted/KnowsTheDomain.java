package io.virality.spi.planted;

import io.virality.domain.creator.Creator;

/** An SPI that a change of the domain would break. */
public interface KnowsTheDomain {

    /** A creator. */
    Creator creator();
}
