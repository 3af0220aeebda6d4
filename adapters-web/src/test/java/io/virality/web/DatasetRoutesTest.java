package io.virality.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatasetRoutesTest {

    @RegisterExtension
    private final RunningServer server = new RunningServer();

    @Test
    void tells_how_much_is_loaded_and_how_fresh_it_is() {
        assertEquals(
                "{\"creators\":3,\"snapshots\":450,\"videos\":0,\"asOf\":\"2026-11-01T12:00:00Z\",\"data\":\"mixed\"}",
                server.get("/api/v1/dataset").body());
    }
}
