package dev.footnote.intent;

import dev.footnote.answer.Reason;
import dev.footnote.article.Article;
import dev.footnote.engine.Reply;
import dev.footnote.english.CountryNames;
import dev.footnote.english.Sentence;
import dev.footnote.text.Span;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** "Which countries are mentioned?": those whose name is written, by {@link CountryNames}. */
@Singleton
public class CountriesHandler implements IntentHandler {

    private static final String NONE = "I find no country that is named.";

    private final ArticleChoice choice;

    CountriesHandler(ArticleChoice choice) {
        this.choice = choice;
    }

    @Override
    public Optional<Reply> answer(EncodedQuestion question) {
        return question.wants(Intent.COUNTRIES, Thresholds.SURE) && question.saysOnly(Intent.COUNTRIES)
                ? Optional.of(choice.of(question.inquiry())
                        .map(CountriesHandler::list)
                        .orElseGet(() ->
                                choice.ask(question.inquiry(), title -> "Which countries are named in " + title + "?")))
                : Optional.empty();
    }

    private static Reply list(Article article) {
        String text = article.text();
        Set<String> known = new HashSet<>();
        List<Reply.Piece> items = new ArrayList<>();
        for (Sentence sentence : Sentences.of(article)) {
            for (CountryNames.NamedCountry country : CountryNames.in(text, sentence.span())) {
                Span name = country.span();
                if (known.add(country.code())) {
                    items.add(new Reply.Piece(name.of(text), List.of(Sentences.evidence(article, sentence, name))));
                }
            }
        }
        return items.isEmpty() ? Reply.refusal(Reason.NOT_FOUND, NONE, null, 0.0, List.of()) : Items.atLeast(items);
    }
}
