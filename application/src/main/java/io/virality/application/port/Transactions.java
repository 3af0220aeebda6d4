package io.virality.application.port;

/** All or nothing. */
public interface Transactions {

    /**
     * Runs work whose writes are all kept, or none of them if it throws. Belongs to the calling thread.
     *
     * @throws io.virality.application.Failure {@code BUSY} if somebody else is writing for too long
     */
    void run(Runnable work);
}
