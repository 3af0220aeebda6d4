package io.virality.ingest;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.application.Failure;
import io.virality.domain.creator.Freshness;
import io.virality.domain.creator.Origin;
import io.virality.domain.ingest.ConfiguredSource;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.ingest.Feed;
import io.virality.domain.ingest.Reading;
import io.virality.domain.ingest.Rejection;
import io.virality.domain.ingest.SourceRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginSourcesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String SERVICE = "META-INF/services/io.virality.spi.SourceFactory";

    @TempDir
    private Path folder;

    private Path plugins;
    private Path etc;

    @BeforeEach
    void layOut() throws IOException {
        plugins = Files.createDirectory(folder.resolve("plugins"));
        etc = Files.createDirectory(folder.resolve("sources"));
    }

    @Test
    void a_plugin_compiled_against_the_spi_alone_is_found_and_read() throws Exception {
        acme("acme.jar");
        configure("shop", "type=acme");
        List<Reading> readings = read("shop", Map.of());
        CreatorObservation first = assertInstanceOf(CreatorObservation.class, readings.get(0));
        assertEquals("acme1", first.creator().handle().orElseThrow().name());
        assertEquals(OptionalLong.of(1), first.snapshot().counts().followers());
        assertEquals("shop", first.snapshot().provenance().source());
        assertEquals("acme@3", first.snapshot().provenance().version());
        assertEquals(Origin.SIMULATED, first.snapshot().provenance().origin());
        assertEquals(Freshness.DAILY, first.snapshot().provenance().freshness());
        assertEquals(NOW, first.snapshot().provenance().observedAt());
        assertTrue(first.snapshot().provenance().timeAssumed());
        Rejection third = assertInstanceOf(Rejection.class, readings.get(2));
        assertEquals("row 3", third.position());
        assertEquals("followers is not a whole number", third.reason());
        assertEquals("many", third.detail());
        assertEquals(3, readings.size());
    }

    @Test
    void a_feed_says_what_its_source_says() throws Exception {
        acme("acme.jar");
        configure("shop", "type=acme");
        try (Feed feed = open("shop", Map.of())) {
            assertEquals("acme@3", feed.version());
            assertEquals(Origin.SIMULATED, feed.origin());
            assertEquals(OptionalLong.of(30), feed.totalBytes());
            assertEquals(10, feed.bytesRead());
        }
    }

    @Test
    void a_plugin_sees_the_jdk_and_the_spi_but_none_of_the_hosts_libraries() throws Exception {
        List<String> host = List.of(
                "com.google.inject.Injector",
                "com.fasterxml.jackson.databind.ObjectMapper",
                "de.siegmar.fastcsv.reader.CsvReader",
                "io.virality.application.Failure",
                "io.virality.domain.creator.Handle",
                "io.virality.ingest.IngestModule");
        for (String name : host) {
            assertDoesNotThrow(() -> Class.forName(name), "the host itself must see it, or this proves nothing");
        }
        acme("acme.jar");
        configure(
                "shop",
                "type=acme",
                "look-for=" + String.join(",", host) + ",java.sql.Connection,io.virality.spi.SourceRow");
        CreatorObservation first = assertInstanceOf(
                CreatorObservation.class, read("shop", Map.of()).get(0));
        assertEquals(
                "sees [java.sql.Connection, io.virality.spi.SourceRow]",
                first.profile().biography().orElseThrow());
    }

    @Test
    void the_context_class_loader_is_the_plugins_own_in_its_code_and_restored_behind_it() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        acme("acme.jar");
        configure("shop", "type=acme");
        CreatorObservation first = assertInstanceOf(
                CreatorObservation.class, read("shop", Map.of()).get(0));
        assertEquals("own own own", first.profile().nickname().orElseThrow());
        assertEquals(before, Thread.currentThread().getContextClassLoader());
    }

    @Test
    void a_plugin_may_be_a_folder_of_jars() throws Exception {
        PluginJar whole = new PluginJar(Files.createDirectory(folder.resolve("classes")))
                .compiled(
                        "com/acme/library/",
                        new PluginJar.Source(
                                "com.acme.library.Names",
                                "package com.acme.library; public class Names { public static String type() { return"
                                        + " \"folded\"; } }"),
                        new PluginJar.Source("com.acme.FoldedFactory", """
                                package com.acme;

                                public class FoldedFactory implements io.virality.spi.SourceFactory {

                                    @Override
                                    public String type() {
                                        return com.acme.library.Names.type();
                                    }

                                    @Override
                                    public io.virality.spi.Source create(
                                            String name, java.util.Map<String, String> properties) {
                                        return null;
                                    }
                                }
                                """));
        whole.to(plugins.resolve("folded/library.jar"));
        byte[] factory = Files.readAllBytes(folder.resolve("classes/com/acme/FoldedFactory.class"));
        new PluginJar(folder)
                .holding("com/acme/FoldedFactory.class", factory)
                .listing("com.acme.FoldedFactory")
                .to(plugins.resolve("folded/plugin.jar"));
        configure("one", "type=folded");
        assertEquals(
                List.of(new ConfiguredSource(
                        "one", "folded", plugins.resolve("folded").toString())),
                sources().configured());
    }

    @Test
    void other_files_in_the_plugins_directory_are_left_alone() throws Exception {
        Files.writeString(plugins.resolve("README.md"), "drop a jar here");
        String message = refusalOfType("x");
        assertTrue(message.matches("no source type 'x'; known types: \\[[a-z, -]+]"), message);
    }

    @Test
    void an_unknown_type_comes_with_the_known_ones() throws Exception {
        acme("acme.jar");
        String known = refusalOfType("acne");
        assertTrue(known.startsWith("no source type 'acne'; known types: [acme, csv"), known);
    }

    @Test
    void a_jar_without_a_services_file_is_no_plugin() throws Exception {
        new PluginJar(folder).holding("readme.txt", new byte[0]).to(plugins.resolve("broken.jar"));
        assertFault("broken.jar", " is no plugin: it lists no class in " + SERVICE);
    }

    @Test
    void a_file_that_is_no_jar_at_all_is_no_plugin() throws Exception {
        Files.writeString(plugins.resolve("broken.jar"), "not a jar");
        assertFault("broken.jar", " is no plugin: it lists no class in " + SERVICE);
    }

    @Test
    void an_empty_folder_is_no_plugin() throws Exception {
        Files.createDirectory(plugins.resolve("broken"));
        assertFault("broken", " is no plugin: it lists no class in " + SERVICE);
    }

    @Test
    void a_listed_class_that_is_not_there_is_named() throws Exception {
        new PluginJar(folder).listing("com.acme.Gone").to(plugins.resolve("old.jar"));
        assertFault(
                "old.jar",
                " was built for another version of the SPI, or is incomplete: io.virality.spi.SourceFactory: Provider"
                        + " com.acme.Gone not found");
    }

    @Test
    void a_plugin_for_a_newer_spi_is_named_with_what_it_misses() throws Exception {
        new PluginJar(Files.createDirectory(folder.resolve("classes")))
                .compiled(
                        "com/acme/",
                        new PluginJar.Source(
                                "io.virality.spi.Invented", "package io.virality.spi; public interface Invented {}"),
                        new PluginJar.Source(
                                "com.acme.AcmeFactory",
                                acmeSource()
                                        .replace(
                                                "implements SourceFactory",
                                                "implements SourceFactory, io.virality.spi.Invented")))
                .listing("com.acme.AcmeFactory")
                .to(plugins.resolve("new.jar"));
        assertFault("new.jar", " was built for another version of the SPI, or is incomplete: io.virality.spi.Invented");
    }

    @Test
    void a_plugin_for_an_older_spi_fails_when_it_is_used_with_what_it_misses() throws Exception {
        new PluginJar(Files.createDirectory(folder.resolve("classes")))
                .compiled(
                        "com/acme/",
                        new PluginJar.Source(
                                "io.virality.spi.SourceFactory",
                                "package io.virality.spi; public interface SourceFactory { String type(); }"),
                        new PluginJar.Source(
                                "com.acme.OldFactory",
                                "package com.acme; public class OldFactory implements io.virality.spi.SourceFactory {"
                                        + " @Override public String type() { return \"old\"; } }"))
                .listing("com.acme.OldFactory")
                .to(plugins.resolve("old.jar"));
        configure("one", "type=old");
        Failure failure = assertThrows(Failure.class, () -> open("one", Map.of()));
        assertEquals(Failure.Kind.SOURCE_UNAVAILABLE, failure.kind());
        assertTrue(
                failure.getMessage()
                        .startsWith("the source 'one' failed: " + plugins.resolve("old.jar")
                                + " was built for another version of the SPI, or is incomplete: "),
                failure.getMessage());
        assertTrue(failure.getMessage().contains("create"), failure.getMessage());
    }

    @Test
    void a_plugin_that_fails_to_start_is_named_with_its_reason() throws Exception {
        new PluginJar(Files.createDirectory(folder.resolve("classes")))
                .compiled(
                        "com/acme/",
                        new PluginJar.Source(
                                "com.acme.AcmeFactory",
                                acmeSource()
                                        .replace("return \"acme\";", "throw new IllegalStateException(\"no luck\");")))
                .listing("com.acme.AcmeFactory")
                .to(plugins.resolve("bad.jar"));
        assertFault("bad.jar", " fails: java.lang.IllegalStateException: no luck");
    }

    @Test
    void of_two_plugins_with_one_type_neither_is_taken() throws Exception {
        acme("acme-1.jar");
        acme("acme-2.jar");
        assertEquals(
                plugins.resolve("acme-2.jar")
                        + " offers source type 'acme' a second time: remove one of the two plugins",
                refusalOfType("acme"));
    }

    @Test
    void a_plugin_cannot_take_the_place_of_a_built_in_type() throws Exception {
        new PluginJar(Files.createDirectory(folder.resolve("classes")))
                .compiled(
                        "com/acme/",
                        new PluginJar.Source(
                                "com.acme.AcmeFactory", acmeSource().replace("\"acme\"", "\"csv\"")))
                .listing("com.acme.AcmeFactory")
                .to(plugins.resolve("thief.jar"));
        configure("one", "type=csv", "file=x.csv");
        assertEquals(
                List.of(new ConfiguredSource("one", "csv", "built in")),
                sources().configured());
        assertFault("thief.jar", " offers source type 'csv' a second time");
    }

    @Test
    void a_broken_plugin_stops_nobody_else() throws Exception {
        Files.writeString(plugins.resolve("aaa.jar"), "not a jar");
        acme("acme.jar");
        new PluginJar(folder).listing("com.acme.Gone").to(plugins.resolve("zzz.jar"));
        configure("shop", "type=acme");
        assertEquals(3, read("shop", Map.of()).size());
    }

    @Test
    void sources_are_listed_by_name_and_broken_ones_with_what_is_wrong() throws Exception {
        acme("acme.jar");
        configure("shop", "type=acme");
        configure("crm", "type=csv");
        configure("lost", "type=acne");
        configure("blank", "seed=7");
        configure("csv", "type=csv");
        Files.writeString(etc.resolve("notes.txt"), "type=acme");
        List<ConfiguredSource> listed = sources().configured();
        assertEquals(
                List.of("blank", "crm", "csv", "lost", "shop"),
                listed.stream().map(ConfiguredSource::name).toList());
        assertEquals(
                List.of("?", "csv", "?", "acne", "acme"),
                listed.stream().map(ConfiguredSource::type).toList());
        assertEquals(
                etc.resolve("blank.properties") + " names no type; write a line like type=mock-tiktok",
                listed.get(0).origin());
        assertEquals("built in", listed.get(1).origin());
        assertEquals(
                etc.resolve("csv.properties") + ": the name csv is reserved for files; give the source another name",
                listed.get(2).origin());
        assertTrue(listed.get(3).origin().startsWith("no source type 'acne'"));
        assertEquals(plugins.resolve("acme.jar").toString(), listed.get(4).origin());
    }

    @Test
    void without_any_directory_there_are_no_sources_but_csv() throws Exception {
        Path file = Files.writeString(folder.resolve("table.csv"), "who\nada\n");
        PluginSources sources =
                new PluginSources(folder.resolve("none"), new Plugins(folder.resolve("none")), Clock.systemUTC());
        assertEquals(List.of(), sources.configured());
        try (Feed feed = sources.open(new SourceRequest("csv", Optional.of(file), Map.of("map.who", "handle")))) {
            // printf 'who\nada\n' | sha256sum
            assertEquals(
                    Optional.of("14083bfcd3ee0ef6efadc65bbfa9e9b90956bf73885905068f74bf2dcecc2bc2"),
                    feed.contentHash());
            assertInstanceOf(CreatorObservation.class, feed.next().orElseThrow());
            assertEquals(Optional.empty(), feed.next());
        }
    }

    @Test
    void an_unknown_source_comes_with_the_nearest_and_all_others() throws Exception {
        configure("demo", "type=csv");
        configure("shop", "type=csv");
        Failure failure = assertThrows(Failure.class, () -> open("dmeo", Map.of()));
        assertEquals(Failure.Kind.NOT_FOUND, failure.kind());
        assertEquals("no source 'dmeo'; did you mean 'demo'? Known: [demo, shop]", failure.getMessage());
    }

    @Test
    void a_name_that_leads_out_of_the_directory_is_no_source() throws Exception {
        Files.writeString(folder.resolve("secret.properties"), "type=csv");
        assertEquals(
                Failure.Kind.NOT_FOUND,
                assertThrows(Failure.class, () -> open("../secret", Map.of())).kind());
    }

    @Test
    void csv_needs_a_file() {
        Failure failure = assertThrows(Failure.class, () -> open("csv", Map.of()));
        assertEquals(Failure.Kind.INVALID_INPUT, failure.kind());
        assertEquals("name the file to import: csv FILE", failure.getMessage());
    }

    @Test
    void other_sources_take_no_file() throws Exception {
        configure("shop", "type=csv");
        SourceRequest request = new SourceRequest("shop", Optional.of(folder), Map.of());
        Failure failure = assertThrows(Failure.class, () -> sources().open(request));
        assertEquals("the source 'shop' takes no file; to import one, name csv instead", failure.getMessage());
    }

    @Test
    void properties_of_the_request_stand_above_those_of_the_file() throws Exception {
        acme("acme.jar");
        configure("shop", "type=acme", "look-for=java.lang.String");
        CreatorObservation first = assertInstanceOf(
                CreatorObservation.class,
                read("shop", Map.of("look-for", "java.lang.Long")).get(0));
        assertEquals("sees [java.lang.Long]", first.profile().biography().orElseThrow());
    }

    @Test
    void a_file_without_a_type_is_refused() throws Exception {
        configure("shop", "seed=7");
        Failure failure = assertThrows(Failure.class, () -> open("shop", Map.of()));
        assertEquals(Failure.Kind.INVALID_INPUT, failure.kind());
    }

    @Test
    void a_settings_file_of_absurd_size_is_refused() throws Exception {
        configure("shop", "type=csv", "x=" + "y".repeat(70_000));
        Failure failure = assertThrows(Failure.class, () -> open("shop", Map.of()));
        assertEquals(
                etc.resolve("shop.properties") + " is larger than 64 KiB: it cannot be a source's settings",
                failure.getMessage());
    }

    @Test
    void a_settings_file_that_is_no_text_is_refused() throws Exception {
        Files.write(etc.resolve("shop.properties"), new byte[] {(byte) 0xC3, (byte) 0x28});
        Failure failure = assertThrows(Failure.class, () -> open("shop", Map.of()));
        assertEquals(Failure.Kind.INVALID_INPUT, failure.kind());
        assertTrue(failure.getMessage().startsWith(etc.resolve("shop.properties") + " cannot be read as text"));
    }

    @Test
    void the_users_mistake_and_the_sources_trouble_are_told_apart() throws Exception {
        acme("acme.jar");
        configure("shop", "type=acme");
        Failure mistake = assertThrows(Failure.class, () -> open("shop", Map.of("fault", "user")));
        assertEquals(Failure.Kind.INVALID_INPUT, mistake.kind());
        assertEquals("acme: the key is wrong; set another", mistake.getMessage());
        Failure trouble = assertThrows(Failure.class, () -> open("shop", Map.of("fault", "source")));
        assertEquals(Failure.Kind.SOURCE_UNAVAILABLE, trouble.kind());
        assertEquals("acme: over its quota until tomorrow", trouble.getMessage());
    }

    @Test
    void what_a_plugin_throws_is_a_failure_that_names_the_source() throws Exception {
        acme("acme.jar");
        configure("shop", "type=acme");
        Failure created = assertThrows(Failure.class, () -> open("shop", Map.of("fault", "create")));
        assertEquals(Failure.Kind.SOURCE_UNAVAILABLE, created.kind());
        assertEquals("the source 'shop' failed: no luck", created.getMessage());
        try (Feed feed = open("shop", Map.of("fault", "row"))) {
            feed.next();
            Failure read = assertThrows(Failure.class, feed::next);
            assertEquals(Failure.Kind.SOURCE_UNAVAILABLE, read.kind());
            assertEquals("the source 'shop' failed: NullPointerException", read.getMessage());
        }
        try (Feed feed = open("shop", Map.of("fault", "link"))) {
            feed.next();
            Failure read = assertThrows(Failure.class, feed::next);
            assertTrue(read.getMessage().endsWith("or is incomplete: gone()"), read.getMessage());
        }
    }

    private void assertFault(String plugin, String fault) throws IOException {
        String message = refusalOfType("nothing");
        assertTrue(message.startsWith("no source type 'nothing'; known types: ["), message);
        assertTrue(message.endsWith("; " + plugins.resolve(plugin) + fault), message);
    }

    private String refusalOfType(String type) throws IOException {
        configure("refused", "type=" + type);
        Failure failure = assertThrows(Failure.class, () -> open("refused", Map.of()));
        assertEquals(Failure.Kind.INVALID_INPUT, failure.kind());
        return failure.getMessage();
    }

    private static String acmeSource() throws IOException {
        try (InputStream source = PluginSourcesTest.class.getResourceAsStream("/plugin/AcmeFactory.java")) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void acme(String jar) throws IOException {
        new PluginJar(Files.createTempDirectory(folder, "classes"))
                .compiled("com/acme/", new PluginJar.Source("com.acme.AcmeFactory", acmeSource()))
                .listing("com.acme.AcmeFactory")
                .to(plugins.resolve(jar));
    }

    private void configure(String name, String... lines) throws IOException {
        Files.write(etc.resolve(name + ".properties"), List.of(lines));
    }

    private PluginSources sources() {
        return new PluginSources(etc, new Plugins(plugins), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Feed open(String name, Map<String, String> properties) {
        return sources().open(new SourceRequest(name, Optional.empty(), properties));
    }

    private List<Reading> read(String name, Map<String, String> properties) {
        List<Reading> readings = new ArrayList<>();
        try (Feed feed = open(name, new HashMap<>(properties))) {
            for (Optional<Reading> next = feed.next(); next.isPresent(); next = feed.next()) {
                readings.add(next.get());
            }
        }
        return readings;
    }
}
