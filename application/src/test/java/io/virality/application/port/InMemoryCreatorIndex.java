package io.virality.application.port;

import io.virality.domain.category.CreatorText;
import io.virality.domain.creator.Creator;
import io.virality.domain.creator.CreatorFilter;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Page;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.search.MeaningMatch;
import io.virality.domain.search.Ranking.Coverage;
import io.virality.domain.search.SearchText;
import io.virality.domain.search.WordMatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Words counted and vectors multiplied one by one. */
final class InMemoryCreatorIndex implements CreatorIndex {

    private final InMemoryStore store;
    private final Map<Long, List<String>> words = new LinkedHashMap<>();
    private final Map<Long, Meaning> meanings = new LinkedHashMap<>();

    InMemoryCreatorIndex(InMemoryStore store) {
        this.store = store;
    }

    private List<CreatorText> texts() {
        return new InMemoryCreatorTexts(store).page(0, Integer.MAX_VALUE);
    }

    private List<String> wordsOf(CreatorText text) {
        Optional<String> nickname =
                store.creators.get((int) text.creator() - 1).current.profile().nickname();
        return Stream.of(
                        text.handle().map(handle -> handle.name()).stream(),
                        nickname.stream(),
                        text.biography().stream(),
                        text.told().stream(),
                        text.hashtags().stream(),
                        text.captions().stream())
                .flatMap(parts -> parts)
                .flatMap(part -> Arrays.stream(part.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    @Override
    public int catchUp(int limit) {
        List<CreatorText> changed = texts().stream()
                .filter(text -> !wordsOf(text).equals(words.get(text.creator())))
                .limit(limit)
                .toList();
        changed.forEach(text -> words.put(text.creator(), wordsOf(text)));
        return changed.size();
    }

    @Override
    public List<CreatorText> withoutMeaning(String model, long after, int limit) {
        return texts().stream()
                .filter(text -> text.creator() > after)
                .filter(text -> !isRead(text))
                .limit(limit)
                .toList();
    }

    private boolean isRead(CreatorText text) {
        Meaning meaning = meanings.get(text.creator());
        return meaning != null && meaning.text().text().equals(text.text());
    }

    @Override
    public void keep(String model, List<Meaning> read) {
        read.forEach(meaning -> meanings.put(meaning.text().creator(), meaning));
    }

    @Override
    public OptionalLong number(Handle handle) {
        return store.holder(handle)
                .map(known -> OptionalLong.of(store.creators.indexOf(known) + 1L))
                .orElse(OptionalLong.empty());
    }

    @Override
    public Coverage coverage(String model) {
        List<CreatorText> texts = texts();
        return new Coverage(
                texts.size(),
                texts.stream()
                        .filter(text -> wordsOf(text).equals(words.get(text.creator())))
                        .count(),
                texts.stream()
                        .filter(text -> isRead(text)
                                && meanings.get(text.creator()).vector().isPresent())
                        .count(),
                texts.stream().filter(text -> !isRead(text)).count());
    }

    @Override
    public Optional<BitSet> within(CreatorFilter filter) {
        CreatorFilter all = new CreatorFilter(
                Optional.empty(),
                filter.minFollowers(),
                filter.maxFollowers(),
                filter.region(),
                filter.verified(),
                CreatorFilter.Order.HANDLE,
                Optional.empty(),
                CreatorFilter.LARGEST_PAGE);
        if (filter.minFollowers().isEmpty()
                && filter.maxFollowers().isEmpty()
                && filter.region().isEmpty()
                && filter.verified().isEmpty()) {
            return Optional.empty();
        }
        Page<Creator> page = new InMemoryCreators(store).search(all, RateDefinition.PROVIDER);
        BitSet within = new BitSet();
        for (int i = 0; i < store.creators.size(); i++) {
            within.set(i + 1, page.items().contains(store.creators.get(i).current));
        }
        return Optional.of(within);
    }

    @Override
    public List<Words> byWords(SearchText text, List<Optional<BitSet>> within, int limit) {
        return within.stream().map(these -> byWords(text, these, limit)).toList();
    }

    private Words byWords(SearchText text, Optional<BitSet> within, int limit) {
        double average = words.values().stream().mapToInt(List::size).average().orElse(1);
        List<WordMatch> matches = new ArrayList<>();
        words.forEach((creator, said) -> {
            double bm25 = 0;
            for (SearchText.Word word : text.terms()) {
                long times = said.stream().filter(word.word()::equals).count();
                long creators = words.values().stream()
                        .filter(other -> other.contains(word.word()))
                        .count();
                double rarity = Math.max(1e-6, Math.log((words.size() - creators + .5) / (creators + .5)));
                bm25 += rarity * times * 2.2 / (times + 1.2 * (.25 + .75 * said.size() / average));
            }
            if (bm25 > 0 && isWithin(within, creator)) {
                matches.add(new WordMatch(creator, bm25));
            }
        });
        matches.sort(Comparator.comparingDouble(WordMatch::bm25).reversed().thenComparingLong(WordMatch::creator));
        return new Words(matches.subList(0, Math.min(limit, matches.size())), matches.size());
    }

    @Override
    public Map<Long, List<String>> found(SearchText text, Collection<Long> creators) {
        Map<Long, List<String>> found = new LinkedHashMap<>();
        creators.forEach(creator -> found.put(
                creator,
                text.terms().stream()
                        .map(SearchText.Word::word)
                        .filter(words.get(creator)::contains)
                        .toList()));
        return found;
    }

    private static boolean isWithin(Optional<BitSet> within, long creator) {
        return within.map(set -> set.get((int) creator)).orElse(true);
    }

    @Override
    public List<MeaningMatch> byMeaning(String model, float[] vector, Optional<BitSet> within, int limit) {
        return meanings.values().stream()
                .filter(meaning -> meaning.vector().isPresent())
                .filter(meaning -> isWithin(within, meaning.text().creator()))
                .map(meaning -> new MeaningMatch(
                        meaning.text().creator(),
                        cosine(vector, meaning.vector().orElseThrow())))
                .sorted(Comparator.comparingDouble(MeaningMatch::cosine)
                        .reversed()
                        .thenComparingLong(MeaningMatch::creator))
                .limit(limit)
                .toList();
    }

    private static double cosine(float[] one, float[] other) {
        return product(one, other) / Math.sqrt(product(one, one) * product(other, other));
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int j = 0; j < one.length; j++) {
            sum += (double) one[j] * other[j];
        }
        return sum;
    }

    @Override
    public Optional<float[]> meaning(String model, long creator) {
        return Optional.ofNullable(meanings.get(creator)).flatMap(Meaning::vector);
    }
}
