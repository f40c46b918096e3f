package dev.footnote.intent;

import dev.footnote.article.Article;
import dev.footnote.engine.Reply;
import dev.footnote.english.QuestionWords.QuestionWord;
import dev.footnote.english.SummaryLength;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** "What is this about?", "tl;dr": some sentences of the article, central and unlike one another, in its order. */
@Singleton
public class OverviewHandler implements IntentHandler {

    private static final int MOST_SENTENCES = 4;

    /** Of an article with fewer sentences than this times the most, as many are left out. */
    private static final int SHARE = 2;

    private final ArticleChoice choice;
    private final Summary summary;

    OverviewHandler(ArticleChoice choice, Summary summary) {
        this.choice = choice;
        this.summary = summary;
    }

    @Override
    public boolean isOverview() {
        return true;
    }

    @Override
    public Optional<Reply> answer(EncodedQuestion question) {
        return question.wants(Intent.OVERVIEW, sure(question)) || isOfNamed(question, Thresholds.PERHAPS)
                ? Optional.of(reply(question))
                : Optional.empty();
    }

    @Override
    public Optional<Reply> whenNotFound(EncodedQuestion question) {
        boolean alike = question.wants(Intent.OVERVIEW, Thresholds.PERHAPS)
                && question.ownWords(Intent.OVERVIEW).isEmpty()
                && question.sharesWord(Intent.OVERVIEW);
        return alike || isOfNamed(question, 0) ? Optional.of(reply(question)) : Optional.empty();
    }

    /** Of words that any question may have, more likeness is asked: "What else could it mean?" reaches 0.77. */
    private static double sure(EncodedQuestion question) {
        return question.sharesWord(Intent.OVERVIEW) ? Thresholds.SURE : Thresholds.OVERVIEW_WITHOUT_OWN_WORDS;
    }

    /** "What is the piece on glaciers about?": all that it says beside a title's words is that it wants an overview. */
    private boolean isOfNamed(EncodedQuestion question, double atLeast) {
        List<QuestionWord> own = question.ownWords(Intent.OVERVIEW);
        if (own.isEmpty() || !question.sharesWord(Intent.OVERVIEW) || question.likeness(Intent.OVERVIEW) < atLeast) {
            return false;
        }
        Optional<Article> named = choice.ids(question.inquiry()).size() == 1
                ? choice.of(question.inquiry())
                : choice.named(question.inquiry());
        if (named.isEmpty()) {
            return false;
        }
        Set<String> title = ArticleChoice.titleWords(named.get());
        if (!own.stream().map(QuestionWord::text).allMatch(title::contains)) {
            return false;
        }
        String masked = question.text().substring(0, own.get(0).start())
                + "article"
                + question.text().substring(own.get(own.size() - 1).end());
        return question.likeness(Intent.OVERVIEW, masked) >= Thresholds.OVERVIEW_WITHOUT_TITLE;
    }

    private Reply reply(EncodedQuestion question) {
        Optional<Article> article = choice.of(question.inquiry());
        if (article.isEmpty()) {
            return choice.ask(question.inquiry(), title -> "What is " + title + " about?");
        }
        return of(article.get(), choice.thereAreOthers(), SummaryLength.of(question.text()));
    }

    private Reply of(Article article, boolean nameIt, SummaryLength length) {
        int sentences = Sentences.of(article).size();
        int usual = Math.max(2, Math.min(MOST_SENTENCES, sentences / SHARE));
        int most = length.sentences().orElse(usual);
        List<Reply.Piece> pieces = new ArrayList<>();
        if (nameIt) {
            pieces.add(new Reply.Piece("“" + article.title() + "”:", List.of()));
        }
        summary.of(article, most).forEach(sentence -> pieces.add(Sentences.quoted(article, sentence)));
        return Reply.summary(pieces);
    }
}
