package dev.footnote.intent;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import dev.footnote.answer.Reason;
import dev.footnote.article.Article;
import dev.footnote.engine.Reply;
import dev.footnote.english.Sentence;
import dev.footnote.text.Span;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** "Which countries are mentioned?": those whose name is written, by the English names of ISO's countries in CLDR. */
@Singleton
public class NamedCountries implements Strategy {

    private static final String NONE = "I find no country that is named.";

    private final ArticleChoice choice;

    NamedCountries(ArticleChoice choice) {
        this.choice = choice;
    }

    @Override
    public Optional<Reply> beforeReading(Asked asked) {
        return asked.wants(Wish.COUNTRIES, Asked.SURE) && asked.saysOnly(Wish.COUNTRIES)
                ? Optional.of(choice.of(asked.inquiry())
                        .map(NamedCountries::list)
                        .orElseGet(() ->
                                choice.ask(asked.inquiry(), title -> "Which countries are named in " + title + "?")))
                : Optional.empty();
    }

    private static Reply list(Article article) {
        String text = article.text();
        Set<String> known = new HashSet<>();
        List<Reply.Piece> items = new ArrayList<>();
        for (Sentence sentence : Sentences.of(article)) {
            Matcher matcher = Names.PATTERN
                    .matcher(text)
                    .region(sentence.span().start(), sentence.span().end())
                    .useTransparentBounds(true);
            while (matcher.find()) {
                Span name = new Span(matcher.start(), matcher.end());
                if (known.add(Names.CODES.getOrDefault(name.of(text), ""))) {
                    items.add(new Reply.Piece(name.of(text), List.of(Sentences.evidence(article, sentence, name))));
                }
            }
        }
        return items.isEmpty() ? Reply.refusal(Reason.NOT_FOUND, NONE, null, 0.0, List.of()) : Items.atLeast(items);
    }

    /** Made when first needed: CLDR takes a moment to load. */
    private static final class Names {

        /** Names in everyday use that CLDR lacks. */
        static final Map<String, String> ALSO = Map.of(
                "United States of America", "US",
                "USA", "US",
                "U.S.", "US",
                "U.S.A.", "US",
                "Great Britain", "GB",
                "Britain", "GB",
                "U.K.", "GB",
                "Russian Federation", "RU",
                "Ivory Coast", "CI",
                "Turkey", "TR");

        static final Map<String, String> CODES = codes();

        /** The longest name first: "Papua New Guinea" is not Guinea. "New Jersey" is no island. */
        static final Pattern PATTERN =
                Pattern.compile("(?<![\\p{L}\\p{N}.]|\\bNew |\\bSouth |\\bNorth |\\bNorthern )(?:"
                        + CODES.keySet().stream()
                                .sorted(Comparator.comparingInt(String::length).reversed())
                                .map(Pattern::quote)
                                .collect(Collectors.joining("|"))
                        + ")(?![\\p{L}\\p{N}])");

        private static Map<String, String> codes() {
            LocaleDisplayNames full = LocaleDisplayNames.getInstance(ULocale.ENGLISH, DisplayContext.LENGTH_FULL);
            LocaleDisplayNames brief = LocaleDisplayNames.getInstance(ULocale.ENGLISH, DisplayContext.LENGTH_SHORT);
            Map<String, String> codes = new TreeMap<>(ALSO);
            for (String code : ULocale.getISOCountries()) {
                for (LocaleDisplayNames names : List.of(full, brief)) {
                    String name = names.regionDisplayName(code);
                    // "Myanmar (Burma)" has two names.
                    for (String each : name.split("[()]", -1)) {
                        if (!each.isBlank()) {
                            codes.putIfAbsent(each.strip(), code);
                        }
                    }
                }
            }
            return Map.copyOf(codes);
        }
    }
}
