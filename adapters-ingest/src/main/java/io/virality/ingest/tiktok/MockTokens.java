package io.virality.ingest.tiktok;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The tokens that a mock server has issued. Any application may have one; the code of a creator is its handle. */
final class MockTokens {

    private static final long REFRESH_SECONDS = Duration.ofDays(365).toSeconds();

    private final SimulatedPlatform platform;
    private final Clock clock;
    private final Duration life;
    private final Chance chance;
    private final Map<String, Grant> access = new HashMap<>();
    private final Map<String, SimulatedCreator> refresh = new HashMap<>();

    /**
     * What a token allows.
     *
     * @param creator whose data, of the Display API; empty for the Research API
     * @param until when it ends
     */
    record Grant(Optional<SimulatedCreator> creator, Instant until) {}

    MockTokens(SimulatedPlatform platform, Clock clock, Duration life, Chance chance) {
        this.platform = platform;
        this.clock = clock;
        this.life = life;
        this.chance = chance;
    }

    /** Grants what a form asks for. */
    ObjectNode grant(Map<String, String> form) throws MockRefusal {
        for (String name : new String[] {"client_key", "client_secret", "grant_type"}) {
            if (form.getOrDefault(name, "").isEmpty()) {
                throw new MockRefusal(400, "invalid_request", name + " is missed in request.");
            }
        }
        return switch (form.get("grant_type")) {
            case "client_credentials" -> granted("clt.", Optional.empty());
            case "authorization_code" ->
                ofCreator(platform.creator(form.getOrDefault("code", ""))
                        .orElseThrow(() ->
                                new MockRefusal(400, "invalid_grant", "Authorization code is invalid or expired.")));
            case "refresh_token" -> {
                SimulatedCreator creator = refresh.remove(form.getOrDefault("refresh_token", ""));
                if (creator == null) {
                    throw new MockRefusal(400, "invalid_grant", "Refresh token is invalid or expired.");
                }
                yield ofCreator(creator);
            }
            default -> throw new MockRefusal(400, "unsupported_grant_type", "Grant type is not supported.");
        };
    }

    private ObjectNode ofCreator(SimulatedCreator creator) {
        String token = "rft." + random();
        refresh.put(token, creator);
        return granted("act.", Optional.of(creator))
                .put("refresh_token", token)
                .put("refresh_expires_in", REFRESH_SECONDS)
                .put("open_id", "open-" + creator.id())
                .put("scope", "user.info.basic,user.info.profile,user.info.stats,video.list");
    }

    private ObjectNode granted(String prefix, Optional<SimulatedCreator> creator) {
        String token = prefix + random();
        access.put(token, new Grant(creator, clock.instant().plus(life)));
        return TikTokAnswer.JSON
                .createObjectNode()
                .put("access_token", token)
                .put("expires_in", life.toSeconds())
                .put("token_type", "Bearer");
    }

    private String random() {
        return Long.toHexString(chance.seed()) + Long.toHexString(chance.seed());
    }

    /** What a token allows now, if anything. */
    Optional<Grant> allowed(Optional<String> token) {
        return token.map(access::get).filter(grant -> clock.instant().isBefore(grant.until()));
    }

    /** Ends a token. */
    void revoke(String token) {
        access.remove(token);
        refresh.remove(token);
    }
}
