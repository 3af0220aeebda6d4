package io.virality.persistence.planted;

import io.virality.application.port.Transactions;

/** Another adapter of the same port. */
public final class SecondTransactions implements Transactions {

    @Override
    public void run(Runnable work) {
        work.run();
    }
}
