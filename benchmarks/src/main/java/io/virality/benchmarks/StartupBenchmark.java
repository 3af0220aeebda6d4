package io.virality.benchmarks;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long it takes from typing {@code ./virality serve} to the first answer of {@code /health}: the launcher as
 * delivered, beside the same jar in a plain JVM, in turns. Run in the repository's folder, after the launcher was used
 * once: {@code java -cp benchmarks/target/benchmarks.jar io.virality.benchmarks.StartupBenchmark [rounds]}.
 */
public final class StartupBenchmark {

    private StartupBenchmark() {}

    /** Prints the median and the range of both. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = arguments.length == 0 ? 10 : Integer.parseInt(arguments[0]);
        Path database = Files.createTempDirectory("startup").resolve("startup.db");
        List<String> launcher = List.of("./virality");
        List<String> plain = List.of("java", "-Dvirality.home=.", "-jar", "app/target/virality.jar");
        double[] launched = new double[rounds];
        double[] plainly = new double[rounds];
        measure(launcher, database);
        for (int round = 0; round < rounds; round++) {
            launched[round] = measure(launcher, database);
            plainly[round] = measure(plain, database);
        }
        Durations ours = new Durations(launched);
        Durations plainJava = new Durations(plainly);
        ours.print("./virality serve");
        plainJava.print("plain java -jar");
        System.out.printf(Locale.ROOT, "ratio %.2f%n", ours.median() / plainJava.median());
    }

    private static double measure(List<String> start, Path database) throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>(start);
        command.addAll(List.of("serve", "--port", String.valueOf(port), "--database", database.toString()));
        long from = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            while (!healthy(port)) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("it ended before it was healthy: " + command);
                }
                Thread.sleep(5);
            }
            return (System.nanoTime() - from) / 1e9;
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static boolean healthy(int port) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + "/health").toURL().openConnection();
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
