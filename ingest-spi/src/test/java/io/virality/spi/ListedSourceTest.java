package io.virality.spi;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The least that a source can be, held to the contract: a model for plugin authors. */
class ListedSourceTest extends SourceContract {

    private static final List<SourceRow> ROWS = List.of(
            SourceRow.of(Kinds.CREATOR, "1", Map.of(Fields.HANDLE, "ada", Fields.FOLLOWERS, "1200")),
            SourceRow.of(Kinds.VIDEO, "2", Map.of(Fields.HANDLE, "ada", Fields.VIDEO_ID, "71", Fields.VIEWS, "300")));

    @Override
    protected SourceFactory factory() {
        return new ListedSourceFactory();
    }

    @Override
    protected Map<String, String> properties() {
        return Map.of();
    }

    private static final class ListedSourceFactory implements SourceFactory {

        @Override
        public String type() {
            return "listed";
        }

        @Override
        public Source create(String name, Map<String, String> properties) throws SourceException {
            for (String property : properties.keySet()) {
                throw SourceException.unknown("property", property, List.of());
            }
            return new ListedSource();
        }
    }

    private static final class ListedSource implements Source {

        @Override
        public String version() {
            return "listed@1";
        }

        @Override
        public SourceRows read(Optional<String> resumeFrom) {
            Iterator<SourceRow> rows = ROWS.iterator();
            return () -> rows.hasNext() ? rows.next() : null;
        }
    }
}
