package io.virality.domain.insight;

import io.virality.domain.creator.Tiers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** All questions that can be asked. To add one: its class here, its statement in the persistence module. */
public final class Catalogue {

    private final Tiers tiers;
    private final Map<Topic, BiFunction<Arguments, Tiers, Question>> questions = new LinkedHashMap<>();

    /** The catalogue, with the tiers in force. */
    public Catalogue(Tiers tiers) {
        this.tiers = tiers;
        questions.put(ViralCreators.TOPIC, (arguments, unused) -> ViralCreators.asked(arguments));
        questions.put(EngagementByGroup.BY_TIER, EngagementByGroup::byTier);
        questions.put(EngagementByGroup.BY_REGION, (arguments, unused) -> EngagementByGroup.byRegion(arguments));
        questions.put(EngagementVersusFollowers.TOPIC, EngagementVersusFollowers::asked);
    }

    /** Its entries, in the order in which they are listed. */
    public List<Topic> topics() {
        return List.copyOf(questions.keySet());
    }

    /** The entry of that id. */
    public Optional<Topic> topic(String id) {
        return topics().stream().filter(topic -> topic.id().equals(id)).findFirst();
    }

    /**
     * A question, ready to be answered.
     *
     * @param topic an entry of this catalogue
     * @param arguments read for this entry's parameters
     */
    public Question ask(Topic topic, Arguments arguments) {
        return questions.get(topic).apply(arguments, tiers);
    }
}
