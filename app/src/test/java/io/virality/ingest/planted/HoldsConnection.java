package io.virality.ingest.planted;

import java.sql.Connection;

/** A source that writes by itself. */
public final class HoldsConnection {
    Connection connection;
}
