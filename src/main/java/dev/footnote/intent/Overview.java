package dev.footnote.intent;

import dev.footnote.article.Article;
import dev.footnote.engine.Reply;
import dev.footnote.english.QuestionWords.Word;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** "What is this about?", "tl;dr": some sentences of the article, central and unlike one another, in its order. */
@Singleton
public class Overview implements Strategy {

    private static final int MOST_SENTENCES = 4;

    /** Of an article with fewer sentences than this times the most, as many are left out. */
    private static final int SHARE = 2;

    /** With the words of a title taken out, a question must be this much like an overview. */
    private static final double SURE_WITHOUT_TITLE = 0.8;

    private static final double SURE_WITHOUT_WORDS = 0.8;

    private final ArticleChoice choice;
    private final Summary summary;

    Overview(ArticleChoice choice, Summary summary) {
        this.choice = choice;
        this.summary = summary;
    }

    @Override
    public boolean isForWriter() {
        return true;
    }

    @Override
    public Optional<Reply> beforeReading(Asked asked) {
        return asked.wants(Wish.OVERVIEW, sure(asked)) || isOfNamed(asked, Asked.PERHAPS)
                ? Optional.of(reply(asked))
                : Optional.empty();
    }

    @Override
    public Optional<Reply> whenNothingFound(Asked asked) {
        boolean alike = asked.wants(Wish.OVERVIEW, Asked.PERHAPS)
                && asked.ownWords(Wish.OVERVIEW).isEmpty()
                && asked.sharesWord(Wish.OVERVIEW);
        return alike || isOfNamed(asked, 0) ? Optional.of(reply(asked)) : Optional.empty();
    }

    /** Of words that any question may have, more likeness is asked: "What else could it mean?" reaches 0.77. */
    private static double sure(Asked asked) {
        return asked.sharesWord(Wish.OVERVIEW) ? Asked.SURE : SURE_WITHOUT_WORDS;
    }

    /** "What is the piece on glaciers about?": all that it says beside a title's words is that it wants an overview. */
    private boolean isOfNamed(Asked asked, double atLeast) {
        List<Word> own = asked.ownWords(Wish.OVERVIEW);
        if (own.isEmpty() || !asked.sharesWord(Wish.OVERVIEW) || asked.likeness(Wish.OVERVIEW) < atLeast) {
            return false;
        }
        Optional<Article> named =
                choice.ids(asked.inquiry()).size() == 1 ? choice.of(asked.inquiry()) : choice.named(asked.inquiry());
        if (named.isEmpty()) {
            return false;
        }
        Set<String> title = ArticleChoice.titleWords(named.get());
        if (!own.stream().map(Word::text).allMatch(title::contains)) {
            return false;
        }
        String question = asked.question();
        String masked = question.substring(0, own.get(0).start())
                + "article"
                + question.substring(own.get(own.size() - 1).end());
        return asked.likeness(Wish.OVERVIEW, masked) >= SURE_WITHOUT_TITLE;
    }

    private Reply reply(Asked asked) {
        Optional<Article> article = choice.of(asked.inquiry());
        if (article.isEmpty()) {
            return choice.ask(asked.inquiry(), title -> "What is " + title + " about?");
        }
        return of(article.get(), choice.thereAreOthers(), SummaryWish.of(asked.question()));
    }

    private Reply of(Article article, boolean nameIt, SummaryWish wish) {
        int sentences = Sentences.of(article).size();
        int usual = Math.max(2, Math.min(MOST_SENTENCES, sentences / SHARE));
        int most = wish.sentences().orElse(usual);
        List<Reply.Piece> pieces = new ArrayList<>();
        if (nameIt) {
            pieces.add(new Reply.Piece("“" + article.title() + "”:", List.of()));
        }
        summary.of(article, most).forEach(sentence -> pieces.add(Sentences.quoted(article, sentence)));
        return Reply.summary(pieces);
    }
}
