package io.virality.ingest.tiktok;

import io.virality.spi.SourceException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A source's properties, read as what they should be. Every refusal names the property. */
final class SourceProperties {

    private final Map<String, String> properties;

    /**
     * Properties of which all must be known.
     *
     * @throws SourceException if one is not
     */
    SourceProperties(Map<String, String> properties, Collection<String> known) throws SourceException {
        for (String property : properties.keySet()) {
            if (!known.contains(property)) {
                throw SourceException.unknown("property", property, known);
            }
        }
        this.properties = properties;
    }

    /** A text without blanks around it, if there is one. */
    Optional<String> text(String name) {
        return Optional.ofNullable(properties.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The texts between commas. */
    List<String> texts(String name) {
        return text(name)
                .map(text -> Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .distinct()
                        .toList())
                .orElse(List.of());
    }

    /** An instant in UTC, if there is one. */
    Optional<Instant> instant(String name) throws SourceException {
        Optional<String> text = text(name);
        try {
            return text.map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw SourceException.user(
                    name + ": '" + text.orElseThrow() + "' is not an instant in UTC, for example 2026-03-01T23:00:00Z");
        }
    }

    /** One of the given words, by default the first. */
    String oneOf(String name, String... words) throws SourceException {
        String text = text(name).orElse(words[0]);
        if (!List.of(words).contains(text)) {
            throw SourceException.user(name + ": '" + text + "' is none of " + String.join(", ", words));
        }
        return text;
    }

    long number(String name, long usual, long least, long greatest) throws SourceException {
        String text = properties.get(name);
        if (text == null) {
            return usual;
        }
        try {
            long number = Long.parseLong(text.strip());
            if (number >= least && number <= greatest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Answered below, like a number out of bounds.
        }
        throw SourceException.user(name + ": '" + text + "' is not a whole number from " + least + " to " + greatest);
    }

    /** A number from 0 to 1. */
    double share(String name, double usual) throws SourceException {
        String text = properties.get(name);
        if (text == null) {
            return usual;
        }
        try {
            double share = Double.parseDouble(text.strip());
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            // Answered below, like a number out of bounds.
        }
        throw SourceException.user(name + ": '" + text + "' is not a number from 0 to 1");
    }

    Optional<LocalDate> date(String name) throws SourceException {
        String text = properties.get(name);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            throw new SourceException(
                    SourceException.Turn.USER, name + ": '" + text + "' is not a date like 2026-06-30", e);
        }
    }
}
