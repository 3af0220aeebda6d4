package io.virality.domain.experiment;

import io.virality.domain.insight.Statement;
import java.util.Map;

/**
 * What a stored experiment says.
 *
 * @param exposed how many units there are
 * @param told up to where it was told
 * @param caps at which values metrics were cut, by metric
 * @param open how many units are left out because their window is open yet, by metric; only where there are some
 * @param statements that counted, by what they counted: {@code units}, each metric, and these {@code by day} and {@code by
 *     attribute} of a name
 */
public record Results(
        Experiment experiment,
        Analysis analysis,
        Attendance exposed,
        Watermark told,
        Map<String, Double> caps,
        Map<String, Long> open,
        Map<String, Statement> statements) {}
