package io.virality.domain.experiment;

import io.virality.domain.insight.Statement;
import java.util.Map;

/**
 * What a stored experiment says.
 *
 * @param exposed how many units there are
 * @param told up to where it was told
 * @param caps at which values metrics were cut, by metric
 * @param statements that counted, by what they counted: {@code units}, each metric, and these {@code by day} and {@code by
 *     attribute} of a name
 */
public record Results(
        Experiment experiment,
        Analysis analysis,
        Attendance exposed,
        Watermark told,
        Map<String, Double> caps,
        Map<String, Statement> statements) {}
