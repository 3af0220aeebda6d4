package io.virality.application.port;

import io.virality.domain.ingest.FactObservation;
import io.virality.domain.ingest.Tally;
import java.util.List;

/** What is sold, advertised and paid for. */
public interface Facts {

    /**
     * Keeps what sources say about markets, in order. A source's word about a fact is <em>stored</em> at first,
     * <em>updates</em> what it said before if it differs and is not older, and is <em>unchanged</em> otherwise. Where
     * sources differ all their words are kept; the newest rules, then the fresher source's, then that of the source that
     * was used first. A shop at another moment is another fact; where the time is only assumed, the moment is that of
     * the source's newest word if this says the same.
     *
     * <p>A sale is told from others by its order and product; an advertisement's result by channel, campaign,
     * advertisement, format, audience and period; a sponsorship by creator, brand and video. Creators not known yet
     * become known.
     */
    Tally record(List<FactObservation> observations);
}
