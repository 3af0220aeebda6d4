package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.Injector;
import io.virality.application.experiment.JudgeExperiment;
import io.virality.application.port.Experiments;
import io.virality.application.port.Transactions;
import io.virality.domain.creator.Origin;
import io.virality.domain.experiment.Decision.Verdict;
import io.virality.domain.experiment.Results;
import io.virality.persistence.PersistenceModule;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedExperimentsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-20T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void what_is_planted_is_found_what_is_not_is_not_and_lost_units_are_noticed_seed_7() {
        try (PersistenceModule storage = PersistenceModule.creating(folder.resolve("simulated.db"))) {
            Injector injector = Wiring.wire(Settings.read(CommandRun.HOME, Map.of()), storage);
            new SimulatedExperiments(7, CLOCK)
                    .fill(injector.getInstance(Experiments.class), injector.getInstance(Transactions.class));
            JudgeExperiment judge = injector.getInstance(JudgeExperiment.class);
            Results planted = judge(judge, "captions-that-ask");
            assertEquals(Verdict.SHIP, planted.analysis().decision().verdict());
            assertEquals(Origin.SIMULATED, planted.experiment().origin());
            assertTrue(planted.exposed().total() == 8_000);
            Verdict same = judge(judge, "same-twice").analysis().decision().verdict();
            assertTrue(same == Verdict.KEEP_RUNNING || same == Verdict.NEUTRAL, same.toString());
            assertEquals(
                    Verdict.INVALID,
                    judge(judge, "slow-redirect").analysis().decision().verdict());
        }
    }

    private static Results judge(JudgeExperiment judge, String key) {
        return judge.judge(new JudgeExperiment.Request(key, Optional.empty(), Optional.of("tier")));
    }
}
