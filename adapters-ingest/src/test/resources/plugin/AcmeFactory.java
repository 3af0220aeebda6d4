package com.acme;

import io.virality.spi.Fields;
import io.virality.spi.Freshness;
import io.virality.spi.Kinds;
import io.virality.spi.Source;
import io.virality.spi.SourceException;
import io.virality.spi.SourceFactory;
import io.virality.spi.SourceRow;
import io.virality.spi.SourceRows;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A third party's source of three rows. The property {@code fault} makes it do what plugins can do wrong. */
public class AcmeFactory implements SourceFactory {

    @Override
    public String type() {
        return "acme";
    }

    @Override
    public Source create(String name, Map<String, String> properties) throws SourceException {
        String fault = properties.getOrDefault("fault", "");
        switch (fault) {
            case "user" -> throw SourceException.user("acme: the key is wrong; set another");
            case "source" -> throw new SourceException("acme: over its quota until tomorrow");
            case "create" -> throw new IllegalStateException("no luck");
            default -> {}
        }
        return new AcmeSource(fault, properties.getOrDefault("look-for", ""), loader());
    }

    private record AcmeSource(String fault, String lookFor, String loaderInCreate) implements Source {

        @Override
        public String version() {
            return "acme@3";
        }

        @Override
        public boolean simulated() {
            return true;
        }

        @Override
        public Freshness freshness() {
            return Freshness.DAILY;
        }

        @Override
        public SourceRows read(Optional<String> resumeFrom) {
            String loaders = loaderInCreate + " " + loader();
            Iterator<Integer> numbers = List.of(1, 2, 3).iterator();
            return new SourceRows() {
                @Override
                public SourceRow next() {
                    return numbers.hasNext() ? row(numbers.next(), loaders) : null;
                }

                @Override
                public OptionalLong totalBytes() {
                    return OptionalLong.of(30);
                }

                @Override
                public long bytesRead() {
                    return 10;
                }
            };
        }

        private SourceRow row(int number, String loaders) {
            if (number == 2 && fault.equals("row")) {
                throw new NullPointerException();
            }
            if (number == 2 && fault.equals("link")) {
                throw new NoSuchMethodError("gone()");
            }
            return SourceRow.of(
                    Kinds.CREATOR,
                    "row " + number,
                    Map.of(
                            Fields.HANDLE, "acme" + number,
                            Fields.FOLLOWERS, number == 3 ? "many" : Integer.toString(number),
                            Fields.NICKNAME, loaders + " " + loader(),
                            Fields.BIOGRAPHY, "sees " + visible()));
        }

        private List<String> visible() {
            List<String> visible = new ArrayList<>();
            for (String name : lookFor.split(",")) {
                try {
                    Class.forName(name);
                    visible.add(name);
                } catch (ClassNotFoundException e) {
                    // that is what is asked
                }
            }
            return visible;
        }
    }

    private static String loader() {
        return Thread.currentThread().getContextClassLoader() == AcmeFactory.class.getClassLoader() ? "own" : "foreign";
    }
}
