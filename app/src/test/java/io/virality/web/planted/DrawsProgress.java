package io.virality.web.planted;

import me.tongfei.progressbar.ProgressBar;

/** Web that takes the caller for a terminal. */
public final class DrawsProgress {
    ProgressBar bar;
}
