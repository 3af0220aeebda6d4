package io.virality.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.util.List;

/**
 * Asks what every visitor of the dashboard asks first: what the server does for the first time takes it longest, and
 * nobody else needs to wait for it.
 */
final class FirstVisit implements Runnable {

    private static final List<String> QUESTIONS =
            List.of("", "api/v1/dataset", "api/v1/insights", "api/v1/insights/engagement-by-tier");

    private static final int LONGEST_MILLISECONDS = 10_000;

    private final URI address;

    private FirstVisit(URI address) {
        this.address = address;
    }

    /** Visits the server at that address, which ends in a slash, while others may do so, too. */
    static void begin(URI address) {
        Thread visit = new Thread(new FirstVisit(address), "first-visit");
        visit.setDaemon(true);
        visit.start();
    }

    @Override
    public void run() {
        try {
            for (String question : QUESTIONS) {
                URLConnection connection = address.resolve(question).toURL().openConnection();
                connection.setConnectTimeout(LONGEST_MILLISECONDS);
                connection.setReadTimeout(LONGEST_MILLISECONDS);
                try (InputStream answer = connection.getInputStream()) {
                    answer.readAllBytes();
                }
            }
        } catch (IOException e) {
            // Whoever visits next is told, or the server has stopped.
        }
    }
}
