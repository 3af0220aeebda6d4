package io.virality.ingest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.spi.SourceFactory;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A third party's jar: compiled against the SPI alone, as its author would. */
final class PluginJar {

    private static final String SERVICE = "META-INF/services/io.virality.spi.SourceFactory";

    private final Path work;
    private final TreeMap<String, byte[]> entries = new TreeMap<>();

    /** @param work an empty directory for what the compiler writes */
    PluginJar(Path work) {
        this.work = work;
    }

    /** Compiles sources, each a class's name and its text, and packs the classes whose names start with a prefix. */
    PluginJar compiled(String prefix, Source... sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of("-d", work.toString(), "-classpath", spi(), "-proc:none", "--release", "17");
        List<JavaFileObject> units = new ArrayList<>();
        for (Source source : sources) {
            units.add(source.unit());
        }
        assertTrue(compiler.getTask(null, null, null, options, null, units).call(), "the plugin does not compile");
        try (Stream<Path> files = Files.walk(work)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = work.relativize(file).toString().replace('\\', '/');
                if (name.startsWith(prefix)) {
                    entries.put(name, Files.readAllBytes(file));
                }
            }
        }
        return this;
    }

    /** Names the factories. */
    PluginJar listing(String... factories) {
        entries.put(SERVICE, String.join("\n", factories).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Adds a file. */
    PluginJar holding(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    /** Writes the jar. */
    void to(Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
    }

    private static String spi() {
        try {
            return Path.of(SourceFactory.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One class. */
    record Source(String name, String text) {

        private JavaFileObject unit() {
            URI address = URI.create("string:///" + name.replace('.', '/') + ".java");
            return new SimpleJavaFileObject(address, JavaFileObject.Kind.SOURCE) {
                @Override
                public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                    return text;
                }
            };
        }
    }
}
