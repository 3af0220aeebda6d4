package io.virality.ingest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.virality.application.Failure;
import io.virality.application.port.Archive;
import io.virality.domain.creator.Counts;
import io.virality.domain.creator.Freshness;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Profile;
import io.virality.domain.creator.Provenance;
import io.virality.domain.creator.VideoCounts;
import io.virality.domain.creator.VideoDetails;
import io.virality.domain.engagement.ProviderRates;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.ingest.Reading;
import io.virality.domain.ingest.Rejection;
import io.virality.domain.ingest.VideoObservation;
import io.virality.spi.Fields;
import io.virality.spi.Kinds;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** Files in the product's own form: one kind of observation, one method. */
final class NdjsonArchive implements Archive {

    /** Rows that are kept say all of this themselves. */
    private static final Provenance UNSAID = new Provenance(
            "unknown", "virality-ndjson@" + NdjsonRow.VERSION, Origin.REAL, Freshness.ARCHIVE, Instant.EPOCH, true);

    @Override
    public Writing create(Path file, Origin data) {
        if (Files.exists(file)) {
            throw Failure.invalid(file + " exists already: remove it, or name another file");
        }
        try {
            return new Lines(file, data);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    @Override
    public Reading read(Rejection rejection) {
        String fields = rejection
                .fields()
                .orElseThrow(() -> new IllegalArgumentException("nothing was kept of the row: " + rejection));
        return new RowReader(UNSAID).read(NdjsonRow.read(rejection.position(), fields));
    }

    private static Failure unwritable(Path file, IOException cause) {
        return new Failure(Failure.Kind.INVALID_INPUT, file + " cannot be written: " + cause, cause);
    }

    private static final class Lines implements Writing {

        private final Path file;
        private final Path unfinished;
        private final JsonGenerator json;

        Lines(Path file, Origin data) throws IOException {
            this.file = file;
            this.unfinished = file.resolveSibling(file.getFileName() + ".part");
            OutputStream bytes = Files.newOutputStream(unfinished);
            boolean compressed = file.toString().endsWith(".gz");
            this.json = NdjsonRow.JSON.createGenerator(
                    new BufferedOutputStream(compressed ? new GZIPOutputStream(bytes, 1 << 16) : bytes, 1 << 16));
            json.setRootValueSeparator(null);
            json.writeStartObject();
            text(NdjsonRow.FORMAT, NdjsonRow.FORMAT_NAME);
            json.writeNumberField(NdjsonRow.FORMAT_VERSION, NdjsonRow.VERSION);
            text(NdjsonRow.DATA, data.id());
            end();
        }

        @Override
        public void write(Reading observation) {
            try {
                if (observation instanceof CreatorObservation creator) {
                    creator(creator);
                } else if (observation instanceof VideoObservation video) {
                    video(video);
                } else {
                    throw new IllegalArgumentException("no observation: " + observation);
                }
            } catch (IOException e) {
                throw unwritable(file, e);
            }
        }

        private void creator(CreatorObservation observation) throws IOException {
            Counts counts = observation.snapshot().counts();
            ProviderRates rates = observation.snapshot().rates();
            Profile profile = observation.profile();
            Provenance provenance = observation.snapshot().provenance();
            start(Kinds.CREATOR, observation.creator());
            text(Fields.OBSERVED_AT, provenance.observedAt().toString());
            if (!profile.equals(Profile.UNKNOWN)
                    || !counts.equals(Counts.UNKNOWN)
                    || !rates.equals(ProviderRates.NONE)) {
                source(provenance);
            }
            text(Fields.NICKNAME, profile.nickname());
            text(Fields.BIOGRAPHY, profile.biography());
            text(Fields.BIO_LINK, profile.bioLink());
            text(Fields.REGION, profile.region());
            text(Fields.LANGUAGE, profile.language());
            text(Fields.CATEGORY, profile.category());
            if (profile.verified().isPresent()) {
                json.writeBooleanField(Fields.VERIFIED, profile.verified().get());
            }
            count(Fields.FOLLOWERS, counts.followers());
            count(Fields.FOLLOWING, counts.following());
            count(Fields.LIKES, counts.likes());
            count(Fields.VIDEOS, counts.videos());
            rate(Fields.ENGAGEMENT_RATE, rates.average());
            rate(Fields.LIKE_ENGAGEMENT_RATE, rates.likes());
            rate(Fields.COMMENT_ENGAGEMENT_RATE, rates.comments());
            end();
        }

        private void video(VideoObservation observation) throws IOException {
            VideoCounts counts = observation.counts();
            VideoDetails details = observation.details();
            start(Kinds.VIDEO, observation.creator());
            text(Fields.VIDEO_ID, observation.videoId());
            if (!observation.provenance().source().isEmpty()) {
                text(Fields.OBSERVED_AT, observation.provenance().observedAt().toString());
                source(observation.provenance());
            }
            text(Fields.POSTED_AT, details.postedAt().map(Instant::toString));
            text(Fields.CAPTION, details.caption());
            if (!details.hashtags().isEmpty()) {
                // The reader takes one # away.
                text(
                        Fields.HASHTAGS,
                        details.hashtags().stream()
                                .map(hashtag -> hashtag.startsWith("#") ? "#" + hashtag : hashtag)
                                .collect(Collectors.joining(" ")));
            }
            text(Fields.SOUND, details.sound());
            Optional<Duration> duration = details.duration();
            if (duration.isPresent()) {
                json.writeNumberField(Fields.DURATION_SECONDS, duration.get().toSeconds());
            }
            count(Fields.VIEWS, counts.views());
            count(Fields.LIKES, counts.likes());
            count(Fields.COMMENTS, counts.comments());
            count(Fields.SHARES, counts.shares());
            count(Fields.SAVES, counts.saves());
            end();
        }

        private void start(String kind, Identity creator) throws IOException {
            json.writeStartObject();
            text(NdjsonRow.KIND, kind);
            text(Fields.PLATFORM, creator.platform().id());
            text(Fields.PLATFORM_ID, creator.platformId());
            text(Fields.HANDLE, creator.handle().map(Handle::name));
        }

        private void source(Provenance provenance) throws IOException {
            text(Fields.SOURCE, provenance.source());
            text(Fields.SOURCE_VERSION, provenance.version());
            json.writeBooleanField(Fields.SIMULATED, provenance.origin() == Origin.SIMULATED);
            text(Fields.FRESHNESS, provenance.freshness().name().toLowerCase(Locale.ROOT));
        }

        private void end() throws IOException {
            json.writeEndObject();
            json.writeRaw('\n');
        }

        private void text(String field, String value) throws IOException {
            json.writeStringField(field, value);
        }

        private void text(String field, Optional<String> value) throws IOException {
            if (value.isPresent()) {
                text(field, value.get());
            }
        }

        private void count(String field, OptionalLong value) throws IOException {
            if (value.isPresent()) {
                json.writeNumberField(field, value.getAsLong());
            }
        }

        private void rate(String field, OptionalDouble value) throws IOException {
            if (value.isPresent()) {
                json.writeNumberField(field, value.getAsDouble());
            }
        }

        @Override
        public void complete() {
            try {
                json.close();
                Files.move(unfinished, file);
            } catch (IOException e) {
                throw unwritable(file, e);
            }
        }

        @Override
        public void close() {
            try {
                json.close();
                Files.deleteIfExists(unfinished);
            } catch (IOException e) {
                throw unwritable(file, e);
            }
        }
    }
}
