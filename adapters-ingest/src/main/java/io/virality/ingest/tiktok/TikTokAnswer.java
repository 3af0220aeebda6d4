package io.virality.ingest.tiktok;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.virality.ingest.tiktok.TikTokException.Remedy;
import java.util.Locale;

/**
 * An answer of the Research, Display or OAuth API. The error code counts before the status: TikTok is known to refuse
 * with status 200, to leave the envelope out, and to answer in HTML.
 *
 * @param status the HTTP status
 * @param body the text, whatever it is
 */
record TikTokAnswer(int status, String body) {

    /** Reads every number exactly: ids exceed what a double can tell apart. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final int LONGEST_MESSAGE = 300;

    /**
     * What a Research or Display answer is about.
     *
     * @throws TikTokException if it is a refusal, or no answer of these APIs
     */
    JsonNode data() throws TikTokException {
        JsonNode root = root();
        JsonNode error = error(root);
        String code = error.path("code").asText("");
        if (!code.isEmpty() && !code.equals("ok")) {
            throw refusal(
                    code, error.path("message").asText(""), error.path("log_id").asText(""));
        }
        if (!root.path("data").isObject() || (code.isEmpty() && status >= 300)) {
            throw unusable("has neither data nor an error");
        }
        return root.get("data");
    }

    /**
     * The token that an OAuth answer grants.
     *
     * @throws TikTokException if it grants none
     */
    JsonNode token() throws TikTokException {
        JsonNode root = root();
        JsonNode error = root.path("error");
        if (error.isTextual()) {
            String code = error.asText();
            boolean passing = code.equals("server_error") || code.equals("temporarily_unavailable");
            throw new TikTokException(
                    passing ? Remedy.TRY_AGAIN : Remedy.NONE,
                    "TikTok grants no access token: "
                            + told(
                                    code,
                                    root.path("error_description").asText(""),
                                    root.path("log_id").asText("")));
        }
        String code = error(root).path("code").asText("ok");
        if (!code.equals("ok")) {
            throw refusal(
                    code,
                    error(root).path("message").asText(""),
                    error(root).path("log_id").asText(""));
        }
        if (!root.path("access_token").isTextual()) {
            throw unusable("grants no access token");
        }
        return root;
    }

    private JsonNode root() throws TikTokException {
        try {
            JsonNode root = JSON.readTree(body);
            if (root.isObject()) {
                return root;
            }
        } catch (JsonProcessingException e) {
            // Its message would quote the body; what counts is that it is no JSON.
        }
        throw unusable("is no JSON object");
    }

    /** Examples show the error with and without a wrapper. */
    private static JsonNode error(JsonNode root) {
        return root.path("error").isObject() ? root.get("error") : root;
    }

    private TikTokException unusable(String why) {
        boolean passing = status < 300 || status == 429 || status >= 500;
        return new TikTokException(
                status == 401 ? Remedy.NEW_TOKEN : passing ? Remedy.TRY_AGAIN : Remedy.NONE,
                "TikTok's answer (HTTP " + status + ") " + why);
    }

    private static TikTokException refusal(String code, String message, String logId) {
        Remedy remedy =
                switch (code) {
                    case "access_token_invalid" -> Remedy.NEW_TOKEN;
                    case "daily_quota_limit_exceeded" -> Remedy.TOMORROW;
                    case "rate_limit_exceeded" -> Remedy.SLOW_DOWN;
                    case "internal_error" -> Remedy.ASK_FOR_LESS;
                    case "timeout" -> Remedy.TRY_AGAIN;
                    case "scope_not_authorized", "scope_permission_missed" -> Remedy.ASK_FOR_SCOPE;
                    case "invalid_params" -> remedyOfInvalidParameters(message.toLowerCase(Locale.ROOT));
                    default -> Remedy.NONE;
                };
        return new TikTokException(remedy, "TikTok refuses: " + told(code, message, logId));
    }

    /** Some of these refusals pass within seconds, and only the message tells which. */
    private static Remedy remedyOfInvalidParameters(String message) {
        if (message.startsWith("search id") && message.contains("invalid or expired")) {
            return Remedy.WAIT_FOR_SEARCH;
        }
        if (message.contains("invalid count or cursor")) {
            return Remedy.TRY_AGAIN;
        }
        boolean aboutUser =
                message.contains("cannot find the user") || message.contains("cannot return this user's information");
        return aboutUser ? Remedy.LEAVE_OUT_USER : Remedy.NONE;
    }

    private static String told(String code, String message, String logId) {
        String cut = message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) + "…" : message;
        return code + (cut.isEmpty() ? "" : ", " + cut) + (logId.isEmpty() ? "" : " (log_id " + logId + ")");
    }
}
