package io.virality.application.insight;

import io.virality.application.Failure;
import io.virality.application.port.InsightQueries;
import io.virality.domain.finding.Claim;
import io.virality.domain.finding.Claims;
import io.virality.domain.finding.Finding;
import io.virality.domain.insight.Question;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tests the registered claims on the loaded data. */
public final class TestClaims {

    private final InsightQueries queries;

    @Inject
    TestClaims(InsightQueries queries) {
        this.queries = queries;
    }

    /**
     * What the data says. All claims are tested even where one is asked for: the p-value of each depends on how many there
     * are.
     *
     * @param id a claim; empty for all of them
     * @throws Failure {@code NOT_FOUND} if there is no such claim
     */
    public List<Finding> test(Optional<String> id) {
        if (id.isPresent() && Claims.named(id.get()).isEmpty()) {
            throw Failure.notFound("no claim '" + id.get() + "'; there are: "
                    + String.join(", ", Claims.ALL.stream().map(Claim::id).toList()));
        }
        Set<Question> questions =
                Claims.ALL.stream().flatMap(claim -> claim.questions().stream()).collect(Collectors.toSet());
        return Claims.judge(Claims.ALL, queries.gather(questions)).stream()
                .filter(finding -> id.isEmpty() || finding.claim().id().equals(id.get()))
                .toList();
    }
}
