package io.virality.ingest;

import java.net.URL;
import java.net.URLClassLoader;

/**
 * Loads one plugin: the SPI comes from the host, all else from the plugin's own jars and the JDK. A plugin can bring any
 * version of any library and sees none of ours. It is no sandbox: its code may do what the user may do.
 */
final class PluginClassLoader extends URLClassLoader {

    private static final String SPI = "io.virality.spi.";

    private final ClassLoader host = PluginClassLoader.class.getClassLoader();

    PluginClassLoader(String name, URL[] jars) {
        super(name, jars, getPlatformClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return name.startsWith(SPI) ? host.loadClass(name) : super.loadClass(name, resolve);
    }
}
