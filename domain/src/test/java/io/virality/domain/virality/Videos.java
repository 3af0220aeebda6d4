package io.virality.domain.virality;

import io.virality.domain.insight.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Rows of videos, as their history tells them. */
final class Videos {

    static final long DAY = 86_400_000;

    private Videos() {}

    static Row video(long creator, long posted, long observed, long views, long interactions) {
        return video(creator, posted, observed, views, interactions, 15L, 2L);
    }

    static Row video(
            long creator, long posted, long observed, long views, long interactions, Long seconds, Long hashtags) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("creator", creator);
        values.put("posted", posted);
        values.put("observed", observed);
        values.put("views", views);
        values.put("interactions", interactions);
        values.put("seconds", seconds);
        values.put("hashtags", hashtags);
        return new Row(values);
    }

    /**
     * Videos of some creators, one a day.
     *
     * @param streak by how much ln views follow those of the day before; 0 where nothing foretells anything
     */
    static List<Row> drawn(long seed, int creators, int each, double streak) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Row> rows = new ArrayList<>();
        for (long creator = 1; creator <= creators; creator++) {
            double usual = 8 + random.nextGaussian();
            double above = 0;
            for (int day = 0; day < each; day++) {
                above = streak * above + Math.sqrt(1 - streak * streak) * random.nextGaussian();
                long views = Math.max(1, Math.round(Math.exp(usual + above)));
                rows.add(video(
                        creator,
                        day * DAY + random.nextInt((int) DAY),
                        (each + 10) * DAY,
                        views,
                        Math.round(views * .1 * random.nextDouble()),
                        (long) random.nextInt(5, 60),
                        (long) random.nextInt(8)));
            }
        }
        return rows;
    }
}
