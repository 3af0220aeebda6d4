package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR;
import static io.virality.persistence.schema.Tables.CREATOR_MEANING;
import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static io.virality.persistence.schema.Tables.MEANING_VERSION;
import static io.virality.persistence.schema.Tables.UNINDEXED_CREATOR;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.groupConcat;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;

import io.virality.application.port.CreatorIndex;
import io.virality.domain.category.CreatorText;
import io.virality.domain.creator.CreatorFilter;
import io.virality.domain.creator.Handle;
import io.virality.domain.model.RowHash;
import io.virality.domain.search.MeaningMatch;
import io.virality.domain.search.Ranking.Coverage;
import io.virality.domain.search.SearchText;
import io.virality.domain.search.VectorIndex;
import io.virality.domain.search.WordMatch;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import org.jooq.BatchBindStep;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record2;

/**
 * Words in a full-text table, vectors in another, of which a copy is held in memory from the first search by meaning on.
 */
final class JooqCreatorIndex implements CreatorIndex {

    /** Of one creator: far more than anybody writes, but not the whole of a spammer's. */
    private static final int LONGEST = 20_000;

    /** Far more than anybody reads; comparing more of them takes longer than anybody waits. */
    private static final int MOST_BROUGHT = 50_000;

    /** The worst of two matches comes first. */
    private static final Comparator<WordMatch> WORST_FIRST =
            Comparator.comparingDouble(WordMatch::bm25).thenComparing(WordMatch::creator, Comparator.reverseOrder());

    private final DSLContext jooq;
    private final DirectStatements direct;
    private Held held;
    private Counted counted;

    /** Vectors in memory. */
    private record Held(String model, long version, int[] creators, VectorIndex vectors) {}

    /** How many were read, and of how many the meaning is known. */
    private record Counted(String model, long version, int read, int known) {}

    @Inject
    JooqCreatorIndex(DSLContext jooq, DirectStatements direct) {
        this.jooq = jooq;
        this.direct = direct;
    }

    @Override
    public int catchUp(int limit) {
        List<Integer> creators = jooq.select(UNINDEXED_CREATOR.CREATOR_ID)
                .from(UNINDEXED_CREATOR)
                .orderBy(UNINDEXED_CREATOR.CREATOR_ID)
                .limit(limit)
                .fetch(UNINDEXED_CREATOR.CREATOR_ID);
        if (creators.isEmpty()) {
            return 0;
        }
        Map<Integer, String> names = jooq.select(CREATOR_STATE.CREATOR_ID, CREATOR_STATE.NICKNAME)
                .from(CREATOR_STATE)
                .where(CREATOR_STATE.CREATOR_ID.in(creators))
                .and(CREATOR_STATE.NICKNAME.isNotNull())
                .fetchMap(CREATOR_STATE.CREATOR_ID, CREATOR_STATE.NICKNAME);
        List<CreatorText> texts = JooqCreatorTexts.of(jooq, CREATOR_STATE.CREATOR_ID.in(creators), creators.size());
        BatchBindStep deletions = jooq.batch("delete from creator_fts where rowid = ?");
        creators.forEach(deletions::bind);
        deletions.execute();
        BatchBindStep insertions =
                jooq.batch("insert into creator_fts (rowid, handle, name, biography, category, hashtags, captions)"
                        + " values (?, ?, ?, ?, ?, ?, ?)");
        for (CreatorText text : texts) {
            insertions.bind(
                    text.creator(),
                    text.handle().map(Handle::name).orElse(null),
                    names.get((int) text.creator()),
                    text.biography().map(JooqCreatorIndex::bounded).orElse(null),
                    text.told().orElse(null),
                    bounded(String.join(" ", text.hashtags())),
                    bounded(String.join("\n", text.captions())));
        }
        if (insertions.size() > 0) {
            insertions.execute();
        }
        forgetChanged(creators, texts);
        jooq.deleteFrom(UNINDEXED_CREATOR)
                .where(UNINDEXED_CREATOR.CREATOR_ID.in(creators))
                .execute();
        return creators.size();
    }

    private static String bounded(String words) {
        return words.substring(0, Math.min(words.length(), LONGEST));
    }

    private void forgetChanged(List<Integer> creators, List<CreatorText> texts) {
        Map<Integer, String> read = jooq.select(CREATOR_MEANING.CREATOR_ID, CREATOR_MEANING.WORDS_HASH)
                .from(CREATOR_MEANING)
                .where(CREATOR_MEANING.CREATOR_ID.in(creators))
                .fetchMap(CREATOR_MEANING.CREATOR_ID, CREATOR_MEANING.WORDS_HASH);
        if (read.isEmpty()) {
            return;
        }
        texts.stream()
                .filter(text -> hash(text).equals(read.get((int) text.creator())))
                .forEach(text -> read.remove((int) text.creator()));
        if (!read.isEmpty()) {
            jooq.deleteFrom(CREATOR_MEANING)
                    .where(CREATOR_MEANING.CREATOR_ID.in(read.keySet()))
                    .execute();
            nextVersion();
        }
    }

    private static String hash(CreatorText text) {
        return new RowHash()
                .add(text.text())
                .add(text.unreadable().map(Enum::name).orElse(""))
                .hex();
    }

    private void nextVersion() {
        jooq.update(MEANING_VERSION)
                .set(MEANING_VERSION.VERSION, MEANING_VERSION.VERSION.plus(1L))
                .execute();
    }

    @Override
    public List<CreatorText> withoutMeaning(String model, long after, int limit) {
        Condition unread = CREATOR_STATE
                .CREATOR_ID
                .gt((int) after)
                .and(notExists(select(CREATOR_MEANING.CREATOR_ID)
                        .from(CREATOR_MEANING)
                        .where(CREATOR_MEANING.CREATOR_ID.eq(CREATOR_STATE.CREATOR_ID))
                        .and(CREATOR_MEANING.MODEL.eq(model))));
        return JooqCreatorTexts.of(jooq, unread, limit);
    }

    @Override
    public void keep(String model, List<Meaning> meanings) {
        if (meanings.isEmpty()) {
            return;
        }
        BatchBindStep rows = jooq.batch(
                "insert or replace into creator_meaning (creator_id, model, words_hash, vector) values (?, ?, ?, ?)");
        for (Meaning meaning : meanings) {
            rows.bind(
                    meaning.text().creator(),
                    model,
                    hash(meaning.text()),
                    meaning.vector().map(VectorIndex::quantised).orElse(null));
        }
        rows.execute();
        nextVersion();
    }

    @Override
    public OptionalLong number(Handle handle) {
        Integer number = jooq.select(CREATOR_STATE.CREATOR_ID)
                .from(CREATOR_STATE)
                .join(CREATOR)
                .on(CREATOR.ID.eq(CREATOR_STATE.CREATOR_ID))
                .where(CREATOR_STATE.PLATFORM.eq(handle.platform().id()))
                .and(CREATOR_STATE.HANDLE.eq(handle.name()))
                .orderBy(CREATOR.HANDLE_AT.desc())
                .limit(1)
                .fetchOne(CREATOR_STATE.CREATOR_ID);
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    @Override
    public Coverage coverage(String model) {
        int creators = jooq.fetchCount(CREATOR_STATE);
        int unindexed = jooq.fetchCount(UNINDEXED_CREATOR);
        Counted meanings = counted(model);
        return new Coverage(creators, creators - unindexed, meanings.known(), creators - meanings.read());
    }

    /** Counting a million vectors takes longer than comparing them. */
    private synchronized Counted counted(String model) {
        long version = version();
        if (counted == null || counted.version() != version || !counted.model().equals(model)) {
            counted = jooq.select(count(), count(CREATOR_MEANING.VECTOR))
                    .from(CREATOR_MEANING)
                    .where(CREATOR_MEANING.MODEL.eq(model))
                    .fetchSingle(row -> new Counted(model, version, row.value1(), row.value2()));
        }
        return counted;
    }

    private long version() {
        return jooq.select(MEANING_VERSION.VERSION).from(MEANING_VERSION).fetchSingle(MEANING_VERSION.VERSION);
    }

    @Override
    public Optional<BitSet> within(CreatorFilter filter) {
        Condition condition = JooqCreators.isWithin(filter);
        if (condition.equals(noCondition())) {
            return Optional.empty();
        }
        // One text: to fetch them row by row would take several times as long.
        String numbers = jooq.select(groupConcat(CREATOR_STATE.CREATOR_ID))
                .from(CREATOR_STATE)
                .where(condition)
                .fetchSingle()
                .value1();
        BitSet within = new BitSet();
        for (int i = 0, number = 0; numbers != null && i <= numbers.length(); i++) {
            if (i == numbers.length() || numbers.charAt(i) == ',') {
                within.set(number);
                number = 0;
            } else {
                number = 10 * number + numbers.charAt(i) - '0';
            }
        }
        return Optional.of(within);
    }

    @Override
    public List<Words> byWords(SearchText text, List<Optional<BitSet>> within, int limit) {
        List<Best> answers =
                within.stream().map(these -> new Best(these, limit)).toList();
        return direct.run(statements -> {
            PreparedStatement statement =
                    statements.prepared("select rowid, -bm25(creator_fts) from creator_fts where creator_fts match ?");
            for (String query : queries(statements, text)) {
                statement.setString(1, query);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        int creator = rows.getInt(1);
                        double bm25 = rows.getDouble(2);
                        answers.forEach(best -> best.offer(creator, bm25));
                    }
                }
            }
            return answers.stream().map(Best::words).toList();
        });
    }

    /** Whom the words bring, in questions that share no creator. */
    private static List<String> queries(Statements statements, SearchText text) throws SQLException {
        PreparedStatement count =
                statements.prepared("select count(*) from (select 1 from creator_fts where creator_fts match ? limit "
                        + MOST_BROUGHT + ")");
        Map<String, Long> creators = new LinkedHashMap<>();
        for (SearchText.Word word : text.terms()) {
            count.setString(1, phrase(word));
            try (ResultSet row = count.executeQuery()) {
                creators.put(phrase(word), row.getLong(1));
            }
        }
        List<String> rarestFirst = creators.keySet().stream()
                .sorted(Comparator.comparing(creators::get))
                .toList();
        int rare = 0;
        for (long brought = 0; rare < rarestFirst.size(); rare++) {
            long more = creators.get(rarestFirst.get(rare));
            if (brought > 0 && brought + more > MOST_BROUGHT) {
                break;
            }
            brought += more;
        }
        String bring = String.join(" OR ", rarestFirst.subList(0, rare));
        if (rare == rarestFirst.size()) {
            return List.of(bring);
        }
        String counting = String.join(" OR ", rarestFirst.subList(rare, rarestFirst.size()));
        return List.of("(" + bring + ") NOT (" + counting + ")", "(" + bring + ") AND (" + counting + ")");
    }

    /** The best of those who may be in an answer. */
    private static final class Best {

        private final Optional<BitSet> within;
        private final int limit;
        private final PriorityQueue<WordMatch> matches = new PriorityQueue<>(WORST_FIRST);
        private long total;

        Best(Optional<BitSet> within, int limit) {
            this.within = within;
            this.limit = limit;
        }

        void offer(int creator, double bm25) {
            if (within.isPresent() && !within.get().get(creator)) {
                return;
            }
            total++;
            if (matches.size() == limit && matches.element().bm25() > bm25) {
                return;
            }
            matches.add(new WordMatch(creator, bm25));
            if (matches.size() > limit) {
                matches.remove();
            }
        }

        Words words() {
            List<WordMatch> best = new ArrayList<>(matches);
            best.sort(WORST_FIRST.reversed());
            return new Words(best, total);
        }
    }

    /** Of letters and digits only, so nothing in it ends the quotes. */
    private static String phrase(SearchText.Word word) {
        return "\"" + word.word() + "\"" + (word.beginning() ? "*" : "");
    }

    @Override
    public Map<Long, List<String>> found(SearchText text, Collection<Long> creators) {
        Map<Long, List<String>> found = new LinkedHashMap<>();
        creators.forEach(creator -> found.put(creator, new ArrayList<>()));
        direct.run(statements -> {
            PreparedStatement statement = statements.prepared(
                    "select rowid from creator_fts where creator_fts match ? and rowid in (select value from json_each(?))");
            for (SearchText.Word word : text.terms()) {
                statement.setString(1, phrase(word));
                statement.setString(2, creators.toString());
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.get(rows.getLong(1)).add(word.word());
                    }
                }
            }
            return found;
        });
        return found;
    }

    @Override
    public List<MeaningMatch> byMeaning(String model, float[] vector, Optional<BitSet> within, int limit) {
        Held known = held(model, vector.length);
        return known
                .vectors()
                .nearest(vector, i -> within.isEmpty() || within.get().get(known.creators()[i]), limit)
                .stream()
                .map(near -> new MeaningMatch(known.creators()[near.position()], near.cosine()))
                .toList();
    }

    private synchronized Held held(String model, int dimension) {
        long version = version();
        if (held == null || held.version() != version || !held.model().equals(model)) {
            VectorIndex.Builder vectors = new VectorIndex.Builder(dimension);
            List<Integer> creators = new ArrayList<>();
            try (Cursor<Record2<Integer, byte[]>> rows = jooq.select(CREATOR_MEANING.CREATOR_ID, CREATOR_MEANING.VECTOR)
                    .from(CREATOR_MEANING)
                    .where(CREATOR_MEANING.MODEL.eq(model))
                    .and(CREATOR_MEANING.VECTOR.isNotNull())
                    .orderBy(CREATOR_MEANING.CREATOR_ID)
                    .fetchLazy()) {
                rows.forEach(row -> {
                    creators.add(row.value1());
                    vectors.add(row.value2());
                });
            }
            held = new Held(
                    model,
                    version,
                    creators.stream().mapToInt(Integer::intValue).toArray(),
                    vectors.build());
        }
        return held;
    }

    @Override
    public Optional<float[]> meaning(String model, long creator) {
        return jooq.select(CREATOR_MEANING.VECTOR)
                .from(CREATOR_MEANING)
                .where(CREATOR_MEANING.MODEL.eq(model))
                .and(CREATOR_MEANING.CREATOR_ID.eq((int) creator))
                .and(CREATOR_MEANING.VECTOR.isNotNull())
                .fetchOptional(CREATOR_MEANING.VECTOR)
                .map(VectorIndex::direction);
    }
}
