package io.virality.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/** {@code ./virality serve} as a process of its own. */
final class ReleasedServer implements AutoCloseable {

    private final Process process;
    private final String address;
    private final HttpClient client = HttpClient.newHttpClient();

    private ReleasedServer(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Starts it; it answers when this returns. */
    static ReleasedServer start(Path database) throws IOException, InterruptedException {
        int port = freePort();
        Process process = new ProcessBuilder(
                        "./virality", "serve", "--port", String.valueOf(port), "--database", database.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        ReleasedServer server = new ReleasedServer(process, "http://127.0.0.1:" + port);
        while (!server.isUp()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the server did not start");
            }
            Thread.sleep(50);
        }
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private boolean isUp() throws InterruptedException {
        try {
            get("/health");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + path))).body();
    }

    String post(String path, String type, String body) throws IOException, InterruptedException {
        return posted(path, type, body).body();
    }

    /** Sends rows of a source, and waits until they are stored. */
    void importRows(String source, String type, String rows) throws IOException, InterruptedException {
        String run = posted("/api/v1/imports?source=" + source, type, rows)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String events = get(run + "/events");
        if (!events.contains("event: finished")) {
            throw new IllegalStateException("the import failed: " + events);
        }
    }

    private HttpResponse<String> posted(String path, String type, String body)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(response.statusCode() + ": " + response.body());
        }
        return response;
    }

    /** Nanoseconds of all threads, also of those that ended, in steps of the kernel's clock; 0 where it does not tell. */
    long processorTime() {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
