package io.virality.persistence;

import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.identity;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.virality.application.port.PortraitsContract;
import io.virality.application.port.StoredPorts;
import io.virality.domain.creator.VideoCounts;
import io.virality.domain.creator.VideoDetails;
import io.virality.domain.ingest.VideoObservation;
import io.virality.domain.recommendation.Portrait;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JooqPortraitsTest extends PortraitsContract {

    @TempDir
    Path folder;

    private int opened;

    @Override
    protected StoredPorts open() {
        return TestDatabase.of(PersistenceModule.creating(folder.resolve(++opened + ".db")));
    }

    @Test
    void the_statement_yields_the_counts_of_a_portrait_as_it_stands() throws SQLException {
        List<VideoObservation> videos = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            videos.add(new VideoObservation(
                    identity("ada"),
                    "v" + i,
                    new VideoDetails(
                            Optional.of(NOON.minus(Duration.ofHours(i))),
                            Optional.empty(),
                            List.of("bread"),
                            Optional.empty(),
                            Optional.empty(),
                            List.of()),
                    new VideoCounts(
                            OptionalLong.of(100 + i),
                            OptionalLong.of(5),
                            OptionalLong.of(2),
                            OptionalLong.of(1),
                            OptionalLong.empty()),
                    by("files", NOON)));
        }
        ports.videos().record(videos);
        ports.creators().refresh();
        Portrait portrait = ports.portraits().page(0, 10).get(0);

        List<Double> views = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery(
                                ports.portraits().statement(portrait.creator()).text())) {
            while (rows.next()) {
                views.add(rows.getDouble("views"));
            }
        }
        List<Double> expected = new ArrayList<>();
        for (double count : portrait.views()) {
            expected.add(count);
        }
        assertEquals(50, views.size());
        assertEquals(expected, views);
    }

    private Path file() {
        return folder.resolve(opened + ".db");
    }
}
