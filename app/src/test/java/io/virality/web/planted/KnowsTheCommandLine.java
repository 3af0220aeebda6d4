package io.virality.web.planted;

import picocli.CommandLine;

/** Web that only one of its callers could use. */
public final class KnowsTheCommandLine {
    CommandLine commandLine;
}
