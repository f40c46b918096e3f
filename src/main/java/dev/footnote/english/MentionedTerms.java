package dev.footnote.english;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a text mentions: its words, numbers, dates, countries and acronyms, to look up the terms of another text. */
public final class MentionedTerms {

    private static final int LONGEST_COUNTRY = 3;
    private static final int SHORTEST_ROOT = 4;

    private static final Set<String> DERIVATIONS = Set.of(
            "s", "n", "an", "ian", "ans", "ians", "ern", "erners", "ese", "ish", "ist", "ists", "er", "ers", "i");

    private final Set<String> keys = new HashSet<>();
    private final Set<String> values = new HashSet<>();
    private final Set<String> countries = new HashSet<>();
    private final Set<String> acronyms = new HashSet<>();
    private final Set<String> stems = new HashSet<>();

    /** What a text mentions. */
    public MentionedTerms(String text) {
        this(Word.of(text));
    }

    public MentionedTerms(List<Word> words) {
        for (Word word : words) {
            keys.add(word.key());
            stems.add(word.stem());
            if (word.isAcronym()) {
                acronyms.add(word.key());
            }
        }
        for (Term term : Terms.of(words)) {
            if (!term.value().isEmpty()) {
                values.add(term.value());
            } else {
                countries.addAll(countries(term.words()));
                acronyms.addAll(initials(term.words()));
            }
        }
    }

    /** How much of a term is not mentioned: 0 for none of it, 1 for all. Of a name the last word decides. */
    public double strangeness(Term term) {
        if (!term.value().isEmpty()) {
            return values.contains(term.value()) ? 0 : isOwnCount(term) ? 0.5 : 1;
        }
        if (initials(term.words()).stream().anyMatch(acronyms::contains)) {
            return 0;
        }
        List<Word> heavy = term.words().stream().filter(word -> !word.isLight()).toList();
        Set<Word> known = ofKnownCountries(term.words());
        heavy.stream().filter(this::has).forEach(known::add);
        long strange = heavy.stream().filter(word -> !known.contains(word)).count();
        if (strange == 0) {
            return 0;
        }
        return known.contains(term.head()) ? 0.5 * strange / heavy.size() : 1;
    }

    /** Whether the text has the term, under this name or another of it. */
    public boolean mentions(Term term) {
        return strangeness(term) < 0.5;
    }

    /** Writers say "two" or "both" of what a text only lists. */
    private static boolean isOwnCount(Term term) {
        return term.value().equals("2") && !term.head().isNumeral();
    }

    /** The words that name, alone or together, a country that is mentioned under whatever name. */
    private Set<Word> ofKnownCountries(List<Word> words) {
        Set<Word> known = new HashSet<>();
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= Math.min(words.size(), from + LONGEST_COUNTRY); to++) {
                String code = country(words.subList(from, to));
                if (code != null && countries.contains(code)) {
                    known.addAll(words.subList(from, to));
                }
            }
        }
        return known;
    }

    private boolean has(Word word) {
        if (keys.contains(word.key())) {
            return true;
        }
        if (word.isAcronym()) {
            return acronyms.stream()
                            .anyMatch(each ->
                                    each.startsWith(word.key()) || word.key().startsWith(each))
                    || word.key().length() > 3 && keys.contains(word.key().toLowerCase(Locale.ROOT));
        }
        String code = CountryNames.code(word.key());
        return code != null
                ? countries.contains(code)
                : word.key().length() >= SHORTEST_ROOT
                        && (stems.contains(word.stem()) || keys.stream().anyMatch(key -> isDerived(key, word.key())));
    }

    /** "Western" from "West", "Parisian" from "Paris", either way round. */
    private static boolean isDerived(String some, String other) {
        String root = some.length() < other.length() ? some : other;
        String longer = some.length() < other.length() ? other : some;
        return root.length() >= SHORTEST_ROOT
                && longer.startsWith(root)
                && DERIVATIONS.contains(longer.substring(root.length()));
    }

    private static Set<String> countries(List<Word> words) {
        Set<String> codes = new HashSet<>();
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= Math.min(words.size(), from + LONGEST_COUNTRY); to++) {
                String code = country(words.subList(from, to));
                if (code != null) {
                    codes.add(code);
                }
            }
        }
        return codes;
    }

    private static @Nullable String country(List<Word> words) {
        return CountryNames.code(words.stream().map(Word::key).collect(Collectors.joining(" ")));
    }

    /** "UN" for "United Nations"; of a longer name also those of any words of it that stand together. */
    private static Set<String> initials(List<Word> words) {
        Set<String> initials = new HashSet<>();
        List<Word> heavy = words.stream().filter(word -> !word.isLight()).toList();
        for (int from = 0; from < heavy.size(); from++) {
            Initials letters = new Initials();
            for (int to = from; to < heavy.size(); to++) {
                letters.add(heavy.get(to).text());
                if (letters.canStandForName()) {
                    initials.add(letters.asWritten());
                }
            }
        }
        return initials;
    }
}
