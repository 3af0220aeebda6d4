package io.virality.ingest;

import io.virality.application.Failure;
import io.virality.spi.SourceException;
import io.virality.spi.SourceFactory;

/**
 * A type of source, and the only way into the code behind it.
 *
 * @param factory makes its sources
 * @param origin where it comes from: built in, or the plugin's file
 */
record SourceType(SourceFactory factory, String origin) {

    /** Something that runs a source's code. */
    @FunctionalInterface
    interface Call<T> {

        T run() throws SourceException;
    }

    /**
     * Runs a source's code, with its class loader as the thread's own: many libraries look there for their parts.
     *
     * @param source the source's name
     * @throws Failure whatever the code throws, so that nobody has to know what plugins can do wrong
     */
    <T> T run(String source, Call<T> call) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(factory.getClass().getClassLoader());
        try {
            return call.run();
        } catch (SourceException e) {
            throw new Failure(kind(e.turn()), e.getMessage(), e);
        } catch (LinkageError e) {
            throw broken(source, builtForAnotherSpi(origin, e), e);
        } catch (RuntimeException e) {
            throw broken(source, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage(), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** What to say of a plugin whose classes do not fit together or do not fit ours. */
    static String builtForAnotherSpi(String origin, Throwable mismatch) {
        return origin + " was built for another version of the SPI, or is incomplete: "
                + String.valueOf(mismatch.getMessage()).replace('/', '.');
    }

    private static Failure.Kind kind(SourceException.Turn turn) {
        return switch (turn) {
            case USER -> Failure.Kind.INVALID_INPUT;
            case SOURCE -> Failure.Kind.SOURCE_UNAVAILABLE;
        };
    }

    private static Failure broken(String source, String why, Throwable cause) {
        return new Failure(Failure.Kind.SOURCE_UNAVAILABLE, "the source '" + source + "' failed: " + why, cause);
    }
}
