package io.virality.ingest.tiktok;

import io.virality.spi.SourceException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Where TikTok's API answers: the real host, or a mock server. Sends requests, and never follows a redirection. */
final class TikTokHost {

    private static final URI REAL = URI.create("https://open.tiktokapis.com");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final URI address;
    private final Duration timeout;
    private final HttpClient http;

    private TikTokHost(URI address, Duration timeout) {
        this.address = address;
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    /**
     * The host that the property {@code baseUrl} names, by default the real one.
     *
     * @throws SourceException unless it is reached by https, or is this machine: secrets are sent there
     */
    static TikTokHost of(SourceProperties properties) throws SourceException {
        String text = properties.text("baseUrl").orElse(REAL.toString());
        Duration timeout = Duration.ofSeconds(properties.number("timeoutSeconds", 30, 1, 600));
        try {
            URI address = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            boolean bare = address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getQuery() == null
                    && address.getFragment() == null;
            boolean secret = "https".equals(address.getScheme())
                    || "http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost());
            if (bare && secret) {
                return new TikTokHost(address, timeout);
            }
        } catch (IllegalArgumentException e) {
            // Answered below, like an address of the wrong kind.
        }
        throw SourceException.user(
                "baseUrl: '" + text + "' is neither an https address nor an http address of this machine");
    }

    /** Whether this is TikTok itself: whatever else answers, its rows are taken for invented. */
    boolean real() {
        return address.equals(REAL);
    }

    /** Whether this is a server on this machine. */
    boolean local() {
        return THIS_MACHINE.contains(address.getHost());
    }

    /** A request to a path, to which the method is still to be given. */
    HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(address + pathAndQuery)).timeout(timeout);
    }

    /** Posts a form, as only the OAuth endpoint takes it. */
    TikTokAnswer post(String path, Map<String, String> form) throws TikTokException, InterruptedException {
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cache-Control", "no-cache")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /**
     * Sends a request once.
     *
     * @throws TikTokException if no answer comes
     */
    TikTokAnswer send(HttpRequest request) throws TikTokException, InterruptedException {
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new TikTokAnswer(response.statusCode(), response.body());
        } catch (IOException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new TikTokException(
                    TikTokException.Remedy.TRY_AGAIN, "no answer from TikTok's API at " + address + ": " + why, e);
        }
    }
}
