package io.virality.ingest.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservationTimeTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "top_2022-03.csv, 2022-03-31T00:00:00Z, true",
        "top 2022_06 x.csv, 2022-06-30T00:00:00Z, true",
        "list-tiktok sep-2022.csv, 2022-09-30T00:00:00Z, true",
        "list DEC 2022.csv, 2022-12-31T00:00:00Z, true",
        "2022 february.csv, 2022-02-28T00:00:00Z, true",
        "export-2023-08-31.csv, 2023-08-31T00:00:00Z, true",
        "export_20230831_v2.csv.gz, 2023-08-31T00:00:00Z, true",
        "weekly_2019-2022.csv, 2024-05-06T07:08:09Z, false",
        "market 2022.csv, 2024-05-06T07:08:09Z, false",
        "plain.csv, 2024-05-06T07:08:09Z, false",
        "current_2024-05.csv, 2024-05-06T07:08:09Z, false",
        "export-2022-02-31.csv, 2024-05-06T07:08:09Z, false"
    })
    void a_date_in_the_name_is_the_time_else_the_last_change(String name, Instant expected, boolean told)
            throws Exception {
        Path file = Files.createFile(folder.resolve(name));
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-05-06T07:08:09Z")));
        ObservationTime time = ObservationTime.of(file, Optional.empty());
        assertEquals(expected, time.instant());
        assertEquals(told, time.told());
    }
}
