package io.virality.domain.creator;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a creator posts. Each platform has its own rule for handles. */
public enum Platform {
    /** Handles of 1 to 24 letters, digits, underscores and full stops; not case-sensitive. */
    TIKTOK("[A-Za-z0-9._]{1,24}"),
    /** Handles of 1 to 30 letters, digits, underscores, full stops and hyphens in any script; titles are names. */
    YOUTUBE("[\\p{L}\\p{N}._·-]{1,30}"),
    /** Handles of 1 to 30 letters, digits, underscores and full stops; not case-sensitive. */
    INSTAGRAM("[A-Za-z0-9._]{1,30}");

    private final Pattern handle;

    Platform(String handle) {
        this.handle = Pattern.compile(handle);
    }

    /** The name in files, commands and addresses: {@code tiktok}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The platform of that {@link #id()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Platform of(String id) {
        for (Platform platform : values()) {
            if (platform.id().equals(id)) {
                return platform;
            }
        }
        throw new IllegalArgumentException("unknown platform '" + id + "'");
    }

    /** Where people see a video; empty where its id is not enough to tell. */
    public Optional<String> videoAddress(Handle creator, String video) {
        return switch (this) {
            case TIKTOK -> Optional.of("https://www.tiktok.com/@" + creator.name() + "/video/" + video);
            case YOUTUBE -> Optional.of("https://www.youtube.com/watch?v=" + video);
            case INSTAGRAM -> Optional.empty();
        };
    }

    boolean accepts(String handle) {
        return this.handle.matcher(handle).matches();
    }
}
