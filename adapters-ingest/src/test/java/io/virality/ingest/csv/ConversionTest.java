package io.virality.ingest.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "COMPACT | 13.8M | 13800000",
                "COMPACT | 622.6k | 622600",
                "COMPACT | 1.2B | 1200000000",
                "COMPACT | 1,5M | 1500000",
                "COMPACT | 1,234,567 | 1234567",
                "COMPACT | 249 | 249",
                "COMPACT | 1.2345K | 1234.5",
                "COMPACT | many | many",
                "COMPACT | 1.234 | 1.234",
                "PERCENT | 16.60% | 0.1660",
                "PERCENT | 0.5 | 0.5",
                "PERCENT | x% | x%",
                "PERCENT | 1e999999999% | 1e999999999%",
                "EPOCH_SECONDS | 1604786417 | 2020-11-07T22:00:17Z",
                "EPOCH_SECONDS | 99999999999999999999 | 99999999999999999999",
                "DATE | 2026-01-17 | 2026-01-17T00:00:00Z",
                "DATE | 17/01/2026 | 17/01/2026",
                "DATE | 2026-01-17T06:00:00Z | 2026-01-17T06:00:00Z",
                "LAST_DAY | 2024-02-29 | 2024-03-01T00:00:00Z",
                "LAST_DAY | 9999-99-99 | 9999-99-99",
                "WEEK | 2015-12-28 | 2016-01-04T00:00:00Z",
                "ROUNDED | 24301284.537530436 | 24301285",
                "ROUNDED | -0.4 | 0",
                "ROUNDED | 7 | 7",
                "ROUNDED | 1e999999999 | 1e999999999",
                "ROUNDED | many | many",
                "AMOUNT | $1,234.50 | 1234.50",
                "AMOUNT | 1.234,50 € | 1234.50",
                "AMOUNT | 12,50 | 12.50",
                "AMOUNT | -12.345 | -12.345",
                "AMOUNT | 1,234,567 | 1234567",
                "AMOUNT | 1.234.567 | 1234567",
                "AMOUNT | 1,234 | 1,234",
                "AMOUNT | free | free",
                "CHANNEL_ID | UCJHA_jMfCvEnv-3kRjTCQXw | UCJHA_jMfCvEnv-3kRjTCQXw",
                "CHANNEL_ID | UCLA | ",
                "CHANNEL_HANDLE | UCLA | UCLA",
                "CHANNEL_HANDLE | UCJHA_jMfCvEnv-3kRjTCQXw | ",
                "TAG_EVIDENCE | brand-tag+disclosure | disclosed",
                "TAG_EVIDENCE | contract | contract",
                "DISCLOSURE | ad sponsored | disclosed",
                "LIST | ['a', '', 'b\\xa0x', \"it's\"] | a b it's",
                "LIST | ['\\u65e5', '\\U0001F98B', '\\q'] | 日 🦋 q",
                "LIST | ['open | ['open",
                "LIST | ['\\x] | \\x",
                "ADDRESS | https://www.tiktok.com/@ada?lang=en | ada",
                "ADDRESS | ada | ada",
                "COUNTRY | U.S.A | US",
                "COUNTRY | U.K. | GB",
                "COUNTRY | U.A.E. | AE",
                "COUNTRY | South Korea | KR",
                "COUNTRY | turkey | TR",
                "COUNTRY | de | DE",
                "COUNTRY | Narnia | Narnia"
            })
    void texts_become_what_they_mean_or_stay(Conversion conversion, String text, String expected) {
        assertEquals(expected, conversion.apply(text));
    }
}
