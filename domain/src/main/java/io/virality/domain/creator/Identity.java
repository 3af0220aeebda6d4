package io.virality.domain.creator;

import java.util.Optional;

/**
 * What tells a creator from all others: the platform's own id, which never changes, or else the handle.
 *
 * @param platform where the creator posts
 * @param platformId the platform's id, kept as text: it may exceed what a double or a long can hold
 * @param handle the handle as far as it is known
 */
public record Identity(Platform platform, Optional<String> platformId, Optional<Handle> handle) {

    private static final int LONGEST_ID = 64;

    /** @throws IllegalArgumentException if neither is known, the id is blank or too long, or the platforms differ */
    public Identity {
        if (platformId.isEmpty() && handle.isEmpty()) {
            throw new IllegalArgumentException("a creator needs a platform id or a handle");
        }
        platformId.ifPresent(id -> {
            if (id.isBlank() || id.length() > LONGEST_ID) {
                throw new IllegalArgumentException("not a platform id: '" + id + "'");
            }
        });
        if (handle.isPresent() && handle.get().platform() != platform) {
            throw new IllegalArgumentException("a " + handle.get().platform().id() + " handle on " + platform.id());
        }
    }

    /** A creator known by handle alone. */
    public static Identity of(Handle handle) {
        return new Identity(handle.platform(), Optional.empty(), Optional.of(handle));
    }

    /** A creator known by the platform's id and handle. */
    public static Identity of(String platformId, Handle handle) {
        return new Identity(handle.platform(), Optional.of(platformId), Optional.of(handle));
    }
}
