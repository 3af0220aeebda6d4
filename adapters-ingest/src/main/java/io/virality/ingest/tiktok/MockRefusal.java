package io.virality.ingest.tiktok;

/** The mock server refuses, as TikTok would. */
final class MockRefusal extends Exception {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    MockRefusal(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static MockRefusal invalid(String message) {
        return new MockRefusal(400, "invalid_params", message);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
