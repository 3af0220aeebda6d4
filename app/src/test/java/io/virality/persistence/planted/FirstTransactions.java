package io.virality.persistence.planted;

import io.virality.application.port.Transactions;

/** One adapter of a port. */
public final class FirstTransactions implements Transactions {

    @Override
    public void run(Runnable work) {
        work.run();
    }
}
