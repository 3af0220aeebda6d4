package io.virality.app.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LooksTest {

    @TempDir
    Path folder;

    @Test
    void the_last_look_and_the_luckiest_one_are_told_apart() throws IOException {
        Files.writeString(folder.resolve("asos_digital_experiments_dataset.csv"), """
                experiment_id,variant_id,metric_id,time_since_start,count_c,count_t,mean_c,mean_t,variance_c,variance_t
                e,1,1,1.0,100,100,1.0,1.5,1.0,1.0
                e,1,1,2.0,100,100,,,1.0,1.0
                e,1,1,3.0,400,400,1.0,1.0,1.0,1.0
                e,2,1,9.0,400,400,1.0,9.0,1.0,1.0
                """);
        Path vectors = Files.writeString(folder.resolve("vectors.json"), """
                {"meta": {"data_file": "shared/data/experiments/asos_digital_experiments_dataset.csv"},
                 "cases": [{"id": "e|1|1",
                   "settings": {"experiment_id": "e", "variant_id": 1, "metric_id": 1, "looks": 2},
                   "expected": {"last_difference": 0, "last_df": 798, "last_p_value": 1, "last_srm_p_50_50": 1,
                     "min_p_over_looks_naive": 0.000507, "ever_significant_naive_0.05": true,
                     "min_always_valid_p_tuning5000": 0.2546, "ever_significant_always_valid_0.05": false},
                   "tolerance": {"abs": 1e-6, "per_field": {"min_always_valid_p_tuning5000": {"abs": 0.001}}}}]}
                """);
        assertEquals(List.of(), Families.judge(VectorFile.read(vectors).get(0)).differences());
    }
}
