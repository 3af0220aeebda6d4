package io.virality.application.port;

import org.junit.jupiter.api.BeforeEach;

/** A contract of a stored port: says which store is tested. */
public abstract class StoredPortContract {

    /** The ports of the store under test. */
    protected StoredPorts ports;

    /** An empty store. */
    protected abstract StoredPorts open();

    @BeforeEach
    void openStore() {
        ports = open();
    }
}
