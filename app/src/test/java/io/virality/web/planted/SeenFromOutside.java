package io.virality.web.planted;

/** An adapter's class that anybody may come to rely on. */
public final class SeenFromOutside {}
