package io.virality.ingest.tiktok;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A mock of TikTok's API without its HTTP: calls in, answers out, one after the other. */
final class MockTikTok {

    private static final DateTimeFormatter LOG_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
    private static final String HTML =
            "<html><head><title>504 Gateway Time-out</title></head><body><h1>504 Gateway Time-out</h1></body></html>";

    private final FaultPlan plan;
    private final Clock clock;
    private final MockTokens tokens;
    private final MockQuota quota;
    private final MockResearch research;
    private final MockDisplay display;
    private final Chance faults;
    private final Chance logs;
    private final Map<Fault, Integer> happened = new EnumMap<>(Fault.class);
    private int refusedForQuota;

    /**
     * An answer to be sent.
     *
     * @param status the HTTP status
     * @param type the content type
     * @param body the text
     * @param late whether it shall come slowly
     */
    record Reply(int status, String type, String body, boolean late) {}

    MockTikTok(SimulatedWorld world, FaultPlan plan, Clock clock) {
        this.plan = plan;
        this.clock = clock;
        Chance chance = new Chance(world.seed());
        SimulatedPlatform platform = new SimulatedPlatform(world, clock);
        tokens = new MockTokens(platform, clock, plan.tokenLife(), new Chance(chance.seed()));
        quota = new MockQuota(plan, clock);
        research = new MockResearch(platform, plan, clock, chance.seed());
        display = new MockDisplay(platform);
        faults = new Chance(chance.seed());
        logs = new Chance(chance.seed());
    }

    /** How often a fault was played. */
    synchronized int happened(Fault fault) {
        return happened.getOrDefault(fault, 0);
    }

    /** How many requests came although the quota was spent. */
    synchronized int refusedForQuota() {
        return refusedForQuota;
    }

    synchronized Reply answer(MockCall call) {
        return switch (call.endpoint()) {
            case "POST /v2/oauth/token/" -> grant(call);
            case "POST /v2/oauth/revoke/" -> {
                tokens.revoke(MockCall.pairs(call.body()).getOrDefault("token", ""));
                yield json(200, "");
            }
            default -> data(call);
        };
    }

    private Reply grant(MockCall call) {
        try {
            return json(200, tokens.grant(MockCall.pairs(call.body())).toString());
        } catch (MockRefusal refusal) {
            ObjectNode error = TikTokAnswer.JSON
                    .createObjectNode()
                    .put("error", refusal.code())
                    .put("error_description", refusal.getMessage())
                    .put("log_id", logId());
            return json(refusal.status(), error.toString());
        }
    }

    private Reply data(MockCall call) {
        Optional<Fault> fault = plan.draw(faults);
        try {
            ObjectNode data = data(call, fault);
            boolean late = fault.filter(Fault.SLOW::equals).isPresent();
            return new Reply(200, "application/json", envelope(data, "ok", "").toString(), late);
        } catch (MockRefusal refusal) {
            if (refusal.status() == 504) {
                return new Reply(504, "text/html", HTML, false);
            }
            ObjectNode nothing = TikTokAnswer.JSON.createObjectNode();
            return json(
                    refusal.status(),
                    envelope(nothing, refusal.code(), refusal.getMessage()).toString());
        }
    }

    private ObjectNode data(MockCall call, Optional<Fault> fault) throws MockRefusal {
        if (fault.filter(Fault.EXPIRED_TOKEN::equals).isPresent()) {
            happened.merge(Fault.EXPIRED_TOKEN, 1, Integer::sum);
            call.bearer().ifPresent(tokens::revoke);
        }
        Optional<SimulatedCreator> creator = tokens.allowed(call.bearer())
                .orElseThrow(() -> new MockRefusal(
                        plan.refusedTokenStatus(),
                        "access_token_invalid",
                        "The access token is invalid or not found in the request."))
                .creator();
        boolean ofResearch = call.endpoint().startsWith("POST /v2/research/");
        if (ofResearch == creator.isPresent()) {
            throw new MockRefusal(
                    401,
                    "scope_not_authorized",
                    "The user did not authorize the scope required for completing this request.");
        }
        count(call, ofResearch);
        if (fault.isPresent() && fault.get() != Fault.EXPIRED_TOKEN) {
            play(fault.get(), call);
        }
        ObjectNode data =
                switch (call.endpoint()) {
                    case "POST /v2/research/video/query/" -> research.videos(call);
                    case "POST /v2/research/user/info/" -> research.user(call);
                    case "GET /v2/user/info/" -> display.user(call, creator.orElseThrow());
                    case "POST /v2/video/list/" -> display.list(call, creator.orElseThrow());
                    case "POST /v2/video/query/" -> display.query(call, creator.orElseThrow());
                    default -> throw new MockRefusal(404, "invalid_request", "no such endpoint: " + call.endpoint());
                };
        if (ofResearch) {
            quota.records(data.has("videos") ? data.get("videos").size() : 1);
        }
        return data;
    }

    private void count(MockCall call, boolean ofResearch) throws MockRefusal {
        try {
            if (ofResearch) {
                quota.request();
            } else {
                quota.request(call.endpoint());
            }
        } catch (MockRefusal refusal) {
            refusedForQuota++;
            throw refusal;
        }
    }

    private void play(Fault fault, MockCall call) throws MockRefusal {
        String searchId = call.document().path("search_id").asText("");
        boolean paged = !searchId.isEmpty();
        if (paged || fault != Fault.SEARCH_ID && fault != Fault.CURSOR) {
            happened.merge(fault, 1, Integer::sum);
        }
        switch (fault) {
            case SERVER_ERROR ->
                throw new MockRefusal(500, "internal_error", "Something is wrong. Please try again later.");
            case GATEWAY_TIMEOUT -> throw new MockRefusal(504, "", "");
            case RATE_LIMIT -> throw new MockRefusal(429, "rate_limit_exceeded", "The API rate limit was exceeded.");
            case DAILY_QUOTA -> throw MockQuota.spent();
            case SEARCH_ID -> {
                if (paged) {
                    throw MockResearch.invalidSearch(searchId);
                }
            }
            case CURSOR -> {
                if (paged) {
                    throw MockRefusal.invalid("Invalid count or cursor");
                }
            }
            case EXPIRED_TOKEN, SLOW -> {
                // the one is played before, the other after the answer
            }
        }
    }

    private ObjectNode envelope(ObjectNode data, String code, String message) {
        ObjectNode envelope = TikTokAnswer.JSON.createObjectNode();
        envelope.set("data", data);
        envelope.putObject("error").put("code", code).put("message", message).put("log_id", logId());
        return envelope;
    }

    /** The time and twenty hexadecimal digits. */
    private String logId() {
        return LOG_TIME.format(clock.instant())
                + String.format("%016X%04X", logs.seed(), (int) logs.between(0, 0x10000));
    }

    private static Reply json(int status, String body) {
        return new Reply(status, "application/json", body, false);
    }
}
