package io.virality.app;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MockTikTokCommandTest {

    @TempDir
    Path folder;

    @Test
    void a_mistyped_fault_is_named() throws Exception {
        Path plan = Files.writeString(folder.resolve("plan.properties"), "serverErors=.1\n");
        CommandRun.of("mock-tiktok", "--port", "0", "--faults", plan)
                .fails(Main.BAD_INPUT, "serverErors", "did you mean 'serverErrors'?");
    }

    @Test
    void a_plan_that_cannot_be_read_is_named() {
        Path missing = folder.resolve("none.properties");
        CommandRun.of("mock-tiktok", "--faults", missing).fails(Main.BAD_INPUT, missing.toString());
    }

    @Test
    void a_port_in_use_is_said() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandRun.of("mock-tiktok", "--creators", 3, "--days", 3, "--port", taken.getLocalPort())
                    .fails(Main.FAILED, String.valueOf(taken.getLocalPort()), "--port");
        }
    }
}
