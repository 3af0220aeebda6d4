package io.virality.web.planted;

import com.google.ortools.sat.CpModel;

/** Web that solves by itself. */
public final class KnowsOrTools {
    CpModel model;
}
