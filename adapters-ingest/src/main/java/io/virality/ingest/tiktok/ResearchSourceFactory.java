package io.virality.ingest.tiktok;

import io.virality.spi.Source;
import io.virality.spi.SourceException;
import io.virality.spi.SourceFactory;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Makes sources of type {@code tiktok-research}: creators and videos of TikTok's Research API, which is open to approved
 * non-commercial researchers only. Secrets come from the environment; {@code docs/tiktok.md} names them and the
 * properties. Rows that come from any other address than TikTok's own are marked as simulated.
 */
public final class ResearchSourceFactory implements SourceFactory {

    private static final int REQUESTS_A_DAY = 1_000;
    private static final int RECORDS_A_DAY = 100_000;

    private final TikTokClients clients;

    /** With this process's environment and the system's clock. */
    public ResearchSourceFactory() {
        this(TikTokClients.real());
    }

    ResearchSourceFactory(TikTokClients clients) {
        this.clients = clients;
    }

    @Override
    public String type() {
        return "tiktok-research";
    }

    @Override
    public Source create(String name, Map<String, String> properties) throws SourceException {
        SourceProperties settings =
                new SourceProperties(properties, TikTokClients.properties(ResearchQuestion.PROPERTIES));
        TikTokHost host = TikTokHost.of(settings);
        Optional<Instant> observedAt = settings.instant(ResearchQuestion.OBSERVED_AT);
        if (observedAt.isPresent() && host.real()) {
            throw SourceException.user(ResearchQuestion.OBSERVED_AT
                    + ": TikTok tells what holds now; only a mock server may live at another time");
        }
        ResearchQuestion question = ResearchQuestion.of(settings, clients.clock());
        return new ResearchSource(
                clients.of(host, settings, AccessToken::ofClient, REQUESTS_A_DAY, RECORDS_A_DAY),
                question,
                !host.real(),
                observedAt,
                clients.clock());
    }
}
