package io.virality.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HealthRoutesTest {

    @RegisterExtension
    private final RunningServer server = new RunningServer();

    @Test
    void a_running_server_is_up() {
        HttpResponse<String> answer = server.get("/health");
        assertEquals(200, answer.statusCode());
        assertEquals("{\"status\":\"up\"}", answer.body());
    }
}
