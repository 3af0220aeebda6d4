package io.virality.ingest.tiktok;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A simulated world as TikTok's machines see it: by handle, by video id, at the present. Time stands still when the
 * world's last day is over.
 */
final class SimulatedPlatform {

    private final SimulatedWorld world;
    private final Clock clock;
    private final Map<String, SimulatedCreator> creators = new HashMap<>();
    private final List<SimulatedVideo> videos;

    SimulatedPlatform(SimulatedWorld world, Clock clock) {
        this.world = world;
        this.clock = clock;
        IntStream.range(0, world.creators())
                .mapToObj(world::creator)
                .forEach(creator -> creators.put(creator.persona().handle(), creator));
        videos = creators.values().stream()
                .flatMap(creator -> creator.videos(world.days()))
                .sorted(Comparator.comparing((SimulatedVideo video) -> Long.parseUnsignedLong(video.id()))
                        .reversed())
                .toList();
    }

    /** The creator of a handle. */
    Optional<SimulatedCreator> creator(String handle) {
        return Optional.ofNullable(creators.get(handle.toLowerCase(Locale.ROOT)));
    }

    /** Now, or the world's last moment if that is over. */
    Instant present() {
        Instant last = world.observedAt(world.days() - 1);
        Instant now = clock.instant();
        return now.isBefore(last) ? now : last;
    }

    /** All videos, those of the future as well, the highest id first. */
    List<SimulatedVideo> videos() {
        return videos;
    }

    /** A creator's videos up to now, the newest first. */
    List<SimulatedVideo> videos(SimulatedCreator creator) {
        Instant now = present();
        return creator.videos(world.days())
                .filter(video -> !video.postedAt().isAfter(now))
                .sorted(Comparator.comparing(SimulatedVideo::postedAt).reversed())
                .toList();
    }

    /** A creator's counts of the last evening. */
    CreatorHistory.Counts counts(SimulatedCreator creator) {
        long day = Duration.between(world.observedAt(0), present()).toDays();
        CreatorHistory history = creator.history();
        for (long lived = 0; lived <= Math.max(0, day); lived++) {
            history.nextDay();
        }
        return history.counts();
    }

    /** Draws that always belong to the same thing. */
    Chance chance(String id) {
        return new Chance(new Chance(world.seed()).seed() ^ Long.parseUnsignedLong(id));
    }
}
