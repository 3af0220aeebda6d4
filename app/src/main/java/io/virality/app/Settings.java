package io.virality.app;

import io.virality.application.Failure;
import io.virality.application.Suggestion;
import io.virality.domain.creator.Tiers;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * What can be set: in {@code etc/virality.properties}, then in the environment ({@code VIRALITY_PORT}), which wins.
 * Options of the command line win over both.
 *
 * @param database the SQLite file
 * @param host the address that the server binds to
 * @param port the server's port; 0 for any free one
 * @param tiers the size classes of creators
 * @param sources the folder of configured sources
 * @param plugins the folder of plugins
 * @param largestUpload how many bytes a file that is sent to the server may have
 */
record Settings(Path database, String host, int port, Tiers tiers, Path sources, Path plugins, long largestUpload) {

    private static final String ENVIRONMENT = "VIRALITY_";

    /** The installation's folder is given by the launcher: not a setting, but named like one. */
    private static final String HOME = "home";

    private static final long MEGABYTE = 1_000_000;

    private static final Map<String, String> USUAL = new LinkedHashMap<>();

    static {
        USUAL.put("database", "virality.db");
        USUAL.put("host", "127.0.0.1");
        USUAL.put("port", "7070");
        USUAL.put("tiers", "emerging:0, nano:1000, micro:10000, mid:100000, macro:500000, mega:1000000");
        USUAL.put("sources", "etc/sources");
        USUAL.put("plugins", "plugins");
        USUAL.put("upload_megabytes", "512");
    }

    /**
     * Reads the settings of an installation.
     *
     * @param home the installation's folder
     * @param environment the process's environment
     * @throws Failure {@code INVALID_INPUT} if a key is unknown or a value impossible
     */
    static Settings read(Path home, Map<String, String> environment) {
        Map<String, String> values = new LinkedHashMap<>(USUAL);
        Path file = home.resolve("etc").resolve("virality.properties");
        properties(file).forEach((key, value) -> put(values, key.toString(), value.toString(), "in " + file));
        environment.forEach((name, value) -> {
            if (name.startsWith(ENVIRONMENT)) {
                String key = name.substring(ENVIRONMENT.length()).toLowerCase(Locale.ROOT);
                if (!key.equals(HOME)) {
                    put(values, key, value, "in the environment (" + name + ")");
                }
            }
        });
        return new Settings(
                Path.of(values.get("database")),
                values.get("host"),
                number("port", values.get("port"), 65_535),
                tiers(values.get("tiers")),
                home.resolve(values.get("sources")),
                home.resolve(values.get("plugins")),
                number("upload_megabytes", values.get("upload_megabytes"), 1_000_000) * MEGABYTE);
    }

    private static Properties properties(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new Failure(Failure.Kind.INVALID_INPUT, "cannot read the settings " + file, e);
            }
        }
        return properties;
    }

    private static void put(Map<String, String> values, String key, String value, String where) {
        if (!values.containsKey(key)) {
            throw Failure.invalid(Suggestion.unknown("setting", key, List.copyOf(USUAL.keySet())) + " (" + where + ")");
        }
        values.put(key, value);
    }

    private static int number(String key, String text, int largest) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= 0 && number <= largest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw Failure.invalid(
                "the setting '" + key + "' must be a number from 0 to " + largest + ", not '" + text + "'");
    }

    private static Tiers tiers(String text) {
        try {
            return Tiers.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, "the setting 'tiers': " + e.getMessage(), e);
        }
    }
}
