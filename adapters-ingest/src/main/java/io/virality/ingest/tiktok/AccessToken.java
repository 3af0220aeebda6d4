package io.virality.ingest.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import io.virality.spi.SourceException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key to one API, fetched when it is first needed and again when it is refused. All its secrets come from the
 * environment; none is ever part of a message, and the application's own are never sent to this machine, where only a
 * mock server can be.
 */
final class AccessToken {

    private static final Logger LOG = LoggerFactory.getLogger(AccessToken.class);

    /** Names the application's key. */
    static final String CLIENT_KEY = "TIKTOK_CLIENT_KEY";

    /** Names the application's secret. */
    static final String CLIENT_SECRET = "TIKTOK_CLIENT_SECRET";

    /** Names a creator's access token. */
    static final String ACCESS_TOKEN = "TIKTOK_ACCESS_TOKEN";

    /** Names what a creator's next access token is had for. */
    static final String REFRESH_TOKEN = "TIKTOK_REFRESH_TOKEN";

    private static final String PATH = "/v2/oauth/token/";
    private static final String REFRESH = "refresh_token";

    private final TikTokHost host;
    private final Patience patience;
    private final Map<String, String> grant;
    private Optional<String> value;

    private AccessToken(TikTokHost host, Patience patience, Map<String, String> grant, Optional<String> value) {
        this.host = host;
        this.patience = patience;
        this.grant = new LinkedHashMap<>(grant);
        this.value = value;
    }

    /**
     * The application's own token.
     *
     * @throws SourceException if the environment does not hold its key and secret
     */
    static AccessToken ofClient(TikTokHost host, Patience patience, Map<String, String> environment)
            throws SourceException {
        return new AccessToken(
                host,
                patience,
                Map.of(
                        "client_key",
                        ofApplication(CLIENT_KEY, host, environment),
                        "client_secret",
                        ofApplication(CLIENT_SECRET, host, environment),
                        "grant_type",
                        "client_credentials"),
                Optional.empty());
    }

    /**
     * The token of a creator who allowed the application to read.
     *
     * @throws SourceException if the environment holds neither an access token nor all that a refresh needs
     */
    static AccessToken ofUser(TikTokHost host, Patience patience, Map<String, String> environment)
            throws SourceException {
        Optional<String> access = Optional.ofNullable(environment.get(ACCESS_TOKEN));
        if (access.isPresent() && environment.get(REFRESH_TOKEN) == null) {
            return new AccessToken(host, patience, Map.of(), access);
        }
        return new AccessToken(
                host,
                patience,
                Map.of(
                        "client_key",
                        ofApplication(CLIENT_KEY, host, environment),
                        "client_secret",
                        ofApplication(CLIENT_SECRET, host, environment),
                        "grant_type",
                        REFRESH,
                        REFRESH,
                        secret(REFRESH_TOKEN, host, environment)),
                access);
    }

    private static String ofApplication(String name, TikTokHost host, Map<String, String> environment)
            throws SourceException {
        return secret(name, host, host.local() ? Map.of() : environment);
    }

    private static String secret(String name, TikTokHost host, Map<String, String> environment) throws SourceException {
        String secret = environment.get(name);
        if (secret != null && !secret.isBlank()) {
            return secret.strip();
        }
        if (host.local()) {
            return "mock";
        }
        throw SourceException.user("set " + name + " in the environment; see docs/tiktok.md");
    }

    /** The value to send. */
    String value() throws TikTokException, InterruptedException {
        if (value.isEmpty()) {
            fetch();
        }
        return value.orElseThrow();
    }

    /** Fetches another one in place of a refused one. */
    void renew() throws TikTokException, InterruptedException {
        if (grant.isEmpty()) {
            throw new TikTokException(
                    TikTokException.Remedy.NONE,
                    "TikTok no longer accepts the access token: set a new one as " + ACCESS_TOKEN + ", or "
                            + REFRESH_TOKEN + ", " + CLIENT_KEY + " and " + CLIENT_SECRET + " in the environment");
        }
        fetch();
    }

    private void fetch() throws TikTokException, InterruptedException {
        JsonNode answer =
                patience.insist(Integer.MAX_VALUE, () -> host.post(PATH, grant).token());
        value = Optional.of(answer.get("access_token").asText());
        if (answer.path(REFRESH).isTextual()) {
            String next = answer.get(REFRESH).asText();
            if (!next.equals(grant.replace(REFRESH, next))) {
                LOG.warn(
                        "TikTok has changed the refresh token: that in {} is worth nothing any more, and the new one is"
                                + " lost when this import ends. Let the creator allow the application again, and set the"
                                + " token it then gets, before the next one",
                        REFRESH_TOKEN);
            }
        }
    }
}
