package io.virality.ingest;

import io.virality.application.Failure;
import io.virality.spi.SourceFactory;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every source type at hand: the built-in ones, and those of the jars and folders of jars in a directory. A broken plugin
 * stops nobody else's imports; it is named where a type is asked for that is not there.
 */
final class Plugins {

    private static final String SERVICE = "META-INF/services/" + SourceFactory.class.getName();
    private static final String JAR = ".jar";
    private static final String BUILT_IN = "built in";

    private final Path directory;
    private final Map<String, SourceType> types = new TreeMap<>();
    private final Map<String, String> doubles = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private boolean loaded;

    /** Looks into the directory, which may be missing, when a type is first asked for. */
    Plugins(Path directory) {
        this.directory = directory;
    }

    /**
     * The type of that name.
     *
     * @throws Failure {@code INVALID_INPUT} if nobody offers it, or more than one plugin does; the message names the
     *     known types and the plugins that are broken
     */
    synchronized SourceType named(String type) {
        if (!loaded) {
            loadBuiltIn();
            loadPlugins();
            loaded = true;
        }
        if (doubles.containsKey(type)) {
            throw Failure.invalid(doubles.get(type) + ": remove one of the two plugins");
        }
        if (!types.containsKey(type)) {
            List<String> message = new ArrayList<>();
            message.add("no source type '" + type + "'; known types: " + types.keySet());
            message.addAll(faults);
            throw Failure.invalid(String.join("; ", message));
        }
        return types.get(type);
    }

    private void loadBuiltIn() {
        for (SourceFactory factory : ServiceLoader.load(SourceFactory.class, Plugins.class.getClassLoader())) {
            types.put(factory.type(), new SourceType(factory, BUILT_IN));
        }
    }

    private void loadPlugins() {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try {
            for (Path plugin : sorted(directory)) {
                if (Files.isDirectory(plugin)) {
                    load(plugin, jars(plugin));
                } else if (isJar(plugin)) {
                    load(plugin, List.of(plugin));
                }
            }
        } catch (IOException e) {
            faults.add(directory + " cannot be read: " + e.getMessage());
        }
    }

    private void load(Path plugin, List<Path> jars) throws IOException {
        URL[] addresses = new URL[jars.size()];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = jars.get(i).toUri().toURL();
        }
        ClassLoader loader = new PluginClassLoader(plugin.getFileName().toString(), addresses);
        try {
            int offered = 0;
            for (SourceFactory factory : ServiceLoader.load(SourceFactory.class, loader)) {
                offer(factory, plugin);
                offered++;
            }
            if (offered == 0) {
                faults.add(plugin + " is no plugin: it lists no class in " + SERVICE);
            }
        } catch (ServiceConfigurationError e) {
            faults.add(fault(plugin, e.getCause() == null ? e : e.getCause()));
        } catch (LinkageError | RuntimeException e) {
            faults.add(fault(plugin, e));
        }
    }

    /** What a plugin's own code throws is its own trouble; all else is that it does not fit. */
    private static String fault(Path plugin, Throwable cause) {
        return cause instanceof RuntimeException
                ? plugin + " fails: " + cause
                : SourceType.builtForAnotherSpi(plugin.toString(), cause);
    }

    /** A built-in type stands; of two plugins, neither is right. */
    private void offer(SourceFactory factory, Path plugin) {
        SourceType known = types.putIfAbsent(factory.type(), new SourceType(factory, plugin.toString()));
        if (known != null) {
            String fault = plugin + " offers source type '" + factory.type() + "' a second time";
            faults.add(fault);
            if (!known.origin().equals(BUILT_IN)) {
                doubles.put(factory.type(), fault);
            }
        }
    }

    private static List<Path> jars(Path folder) throws IOException {
        return sorted(folder).stream().filter(Plugins::isJar).toList();
    }

    private static boolean isJar(Path path) {
        return path.getFileName().toString().endsWith(JAR) && Files.isRegularFile(path);
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.sorted().toList();
        }
    }
}
