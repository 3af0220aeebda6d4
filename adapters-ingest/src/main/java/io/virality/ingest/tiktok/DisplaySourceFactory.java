package io.virality.ingest.tiktok;

import io.virality.spi.Source;
import io.virality.spi.SourceException;
import io.virality.spi.SourceFactory;
import java.util.List;
import java.util.Map;

/**
 * Makes sources of type {@code tiktok-display}: the creator who allowed an application to read its profile and videos
 * through TikTok's Display API. Secrets come from the environment; {@code docs/tiktok.md} names them and the
 * properties. Rows that come from any other address than TikTok's own are marked as simulated.
 */
public final class DisplaySourceFactory implements SourceFactory {

    private static final String USERNAME = "username";

    /** This API counts by the minute only. */
    private static final int UNLIMITED = Integer.MAX_VALUE;

    private final TikTokClients clients;

    /** With this process's environment and the system's clock. */
    public DisplaySourceFactory() {
        this(TikTokClients.real());
    }

    DisplaySourceFactory(TikTokClients clients) {
        this.clients = clients;
    }

    @Override
    public String type() {
        return "tiktok-display";
    }

    @Override
    public Source create(String name, Map<String, String> properties) throws SourceException {
        SourceProperties settings = new SourceProperties(properties, TikTokClients.properties(List.of(USERNAME)));
        TikTokHost host = TikTokHost.of(settings);
        return new DisplaySource(
                clients.of(host, settings, AccessToken::ofUser, UNLIMITED, UNLIMITED),
                settings.text(USERNAME),
                !host.real(),
                clients.clock());
    }
}
