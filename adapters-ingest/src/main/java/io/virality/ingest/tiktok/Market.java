package io.virality.ingest.tiktok;

import java.time.ZoneOffset;
import java.util.List;

/** The countries of the simulated creators. A constant's name is its ISO 3166 code. */
enum Market {
    US("en", -5, 20, 1.00),
    BR("pt-BR", -3, 12, 1.15),
    MX("es", -6, 9, 1.10),
    ID("id", 7, 9, 1.12),
    GB("en", 0, 7, 1.00),
    DE("de", 1, 6, .88),
    FR("fr", 1, 6, .95),
    TR("tr", 3, 6, 1.10),
    IT("it", 1, 5, .95),
    JP("ja", 9, 5, .85),
    VN("vi", 7, 5, 1.05),
    ES("es", 1, 4, 1.00),
    KR("ko", 9, 4, .90),
    SA("ar", 3, 4, 1.00),
    TH("th", 7, 4, 1.00),
    EG("ar", 2, 3, 1.08),
    PL("pl", 1, 3, .92);

    static final List<Market> ALL = List.of(values());

    private final String language;
    private final ZoneOffset offset;
    private final double weight;
    private final double engagement;

    Market(String language, int offsetHours, double weight, double engagement) {
        this.language = language;
        this.offset = ZoneOffset.ofHours(offsetHours);
        this.weight = weight;
        this.engagement = engagement;
    }

    /** The tag of the language that most creators here speak. */
    String language() {
        return language;
    }

    /** The usual offset of the local time; the simulation knows no daylight saving. */
    ZoneOffset offset() {
        return offset;
    }

    /** How many creators live here, relative to the other markets. */
    double weight() {
        return weight;
    }

    /** The planted factor on engagement. */
    double engagement() {
        return engagement;
    }
}
